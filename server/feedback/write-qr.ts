/** A QR code as a drawing, for what hangs on a wall: read from two metres, by an old phone. */
import { renderSVG } from "uqr";

/** SVG of a width of its own, with the four quiet modules around it that readers need (ISO/IEC 18004). */
export const qrDrawing = (text: string): string => renderSVG(text, { ecc: "M", border: 4 });
