/** A control's drawing (Phosphor), from the paths extracted at build time. Decoration: the control carries the words. */
import { ICON_PATHS } from "./icon-paths";

type IconName = keyof typeof ICON_PATHS;

interface IconProps {
  readonly name: IconName;
  /** Mirrored in right-to-left languages: arrows and sound waves. */
  readonly isDirectional?: boolean;
}

export function Icon({ name, isDirectional }: IconProps) {
  return (
    <svg
      className={isDirectional ? "icon icon-directional" : "icon"}
      viewBox="0 0 256 256"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
