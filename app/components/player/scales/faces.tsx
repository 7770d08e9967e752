/** A row of faces for rating activities only: every one of them is content, so there is no sad answer to avoid. Radio buttons: one tab stop, arrows choose. */
import { Pictures } from "./pictures";
import type { ScaleProps } from "./scale-props";

export function Faces(props: ScaleProps) {
  return <Pictures {...props} />;
}
