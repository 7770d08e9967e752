/** Coded values as words and figures of a page. */
import type { TFunction } from "i18next";
import type { CodedShare } from "#server/releases/contract";

/** `65 %`, or a word where a figure would say too much. */
export function shareText(share: CodedShare, t: TFunction): string {
  if (share.code === "step") return t("release.percent", { percent: share.percent ?? 0 });
  return t(`release.codes.${share.code}`);
}

export const intervalText = ({ low, high }: { low: number; high: number }, t: TFunction): string =>
  t("release.of100", { low, high });
