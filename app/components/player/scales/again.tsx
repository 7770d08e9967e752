/** Would you do it again? Yes, maybe, or rather something else. Radio buttons: one tab stop, arrows choose. */
import { Pictures } from "./pictures";
import type { ScaleProps } from "./scale-props";

export function Again(props: ScaleProps) {
  return <Pictures {...props} />;
}
