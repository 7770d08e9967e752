/** Which institutions still owe their children an answer whose day has passed, or news of what happened since. */
import { useTranslation } from "react-i18next";
import type { OwedLine } from "#server/feedback/contract";
import type { RoundOverview } from "#server/rounds/contract";
import { dayOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";

interface LateAnswersProps {
  readonly frame: Pick<AdultFrameData, "locale" | "now">;
  readonly rounds: readonly RoundOverview[];
  readonly late: readonly OwedLine[];
}

export function LateAnswers({ frame, rounds, late }: LateAnswersProps) {
  const { t } = useTranslation();
  if (late.length === 0) return null;
  const lines = rounds.flatMap((round) =>
    late
      .filter((line) => line.round === round.id)
      .map(({ institution, owed }) => ({
        key: `${round.id}:${institution}`,
        round: round.title[frame.locale],
        name: round.institutions.find(({ id }) => id === institution)?.name ?? institution,
        what: owed.what === "follow-up" ? ("followUp" as const) : ("answer" as const),
        date: owed.dueOn ? dayOf(owed.dueOn, frame.locale, new Date(frame.now)) : "",
      })),
  );
  return (
    <section className="card late-answers">
      <h2>{t("admin.late.title")}</h2>
      <p className="small-print">{t("admin.late.help")}</p>
      <ul>
        {lines.map(({ key, round, name, what, date }) => (
          <li key={key}>
            <strong>{name}</strong> · {round} – {t(`admin.late.${what}`, { date })}
          </li>
        ))}
      </ul>
    </section>
  );
}
