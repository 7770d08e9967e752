/**
 * The form around a page of a walk. Without scripts it posts the walk and what was chosen to this page's own address;
 * with scripts the same fields are read here and nothing is posted.
 */
import type { ReactNode } from "react";
import { encodeWalk } from "#surveys/paper/walk-code";
import type { LivingWalk } from "./use-walk";

interface WalkFormProps {
  readonly living: Pick<LivingWalk, "walk" | "onSubmit" | "onChange">;
  /** What Enter does; the first button of a form decides, and that must never be "stop". */
  readonly onEnter: "join" | "next" | "send" | "stay";
  readonly className: string;
  readonly children: ReactNode;
}

export function WalkForm({ living: { walk, onSubmit, onChange }, onEnter, className, children }: WalkFormProps) {
  return (
    <form method="post" className={className} onSubmit={onSubmit} onChange={onChange}>
      <button type="submit" className="visually-hidden" name="do" value={onEnter} tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="walk" value={encodeWalk(walk)} />
      {children}
    </form>
  );
}
