/** Shows what `surveys/pictures` draws: an SVG of our own making, never text from outside. */
import { useMemo } from "react";
import { drawPicture } from "#surveys/pictures/draw-picture";
import type { Drawable } from "#surveys/pictures/picture";
import { THINGS_URL } from "./thing";

export { Lytte, LytteHead } from "./lytte";
export { Thing } from "./thing";

interface PictureProps {
  readonly picture: Drawable;
  readonly dir?: "ltr" | "rtl";
}

/** Decoration to a screen reader: the label beside it says the same. Wide, so that every card's shape can cut from it. */
export function DrawnPicture({ picture, dir }: PictureProps) {
  const html = useMemo(
    () => drawPicture(picture, { thingsUrl: THINGS_URL, isRightToLeft: dir === "rtl", shape: "5:2" }),
    [picture, dir],
  );
  return <span className="drawn" data-kind={picture.kind} dangerouslySetInnerHTML={{ __html: html }} />;
}
