/** What is owed to the children, by when, and how late it is: counted in the days on which they are there. */
import { useTranslation } from "react-i18next";
import type { Owed } from "#server/feedback/contract";
import { dayOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";

interface OwedLineProps {
  readonly frame: Pick<AdultFrameData, "locale" | "now">;
  readonly owed: Owed;
}

export function OwedLine({ frame, owed: { what, fromOn, dueOn, isOverdue, schoolDaysLeft = 0 } }: OwedLineProps) {
  const { t } = useTranslation();
  const day = (on: string | undefined) => (on ? dayOf(on, frame.locale, new Date(frame.now)) : "");
  const dates = { date: day(dueOn), from: day(fromOn) };
  if (what === "done") return <p className="owed-line">{t("feedback.owed.done")}</p>;
  if (what === "follow-up")
    return (
      <p className="owed-line" data-late={isOverdue || undefined}>
        {t(isOverdue ? "feedback.owed.followUpLate" : "feedback.owed.followUp", dates)}
      </p>
    );
  if (schoolDaysLeft === 0 && !isOverdue) return <p className="owed-line">{t("feedback.owed.today")}</p>;
  const words = isOverdue ? "feedback.owed.late" : "feedback.owed.left";
  return (
    <p className="owed-line" data-late={isOverdue || undefined}>
      {t(words, { ...dates, count: Math.abs(schoolDaysLeft) })}
    </p>
  );
}
