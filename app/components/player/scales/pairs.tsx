/** Which child is like you? Two children who do the same differently; neither looks happier than the other. Radio buttons: one tab stop, arrows choose. */
import { Pictures } from "./pictures";
import type { ScaleProps } from "./scale-props";

export function Pairs(props: ScaleProps) {
  return <Pictures {...props} />;
}
