/** The institution's rounds, newest first; those counted up lead to their release. */
import { useTranslation } from "react-i18next";
import { lastDayOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";
import type { InstitutionRoundLine, ReleasePageProps } from "./release-page";

type RoundListProps = Pick<ReleasePageProps, "frame" | "institution" | "rounds"> & { readonly shownId?: string };

function stateText(round: InstitutionRoundLine, frame: AdultFrameData) {
  return { closes: lastDayOf(round.closesAt, frame.locale, new Date(frame.now)) };
}

export function RoundList({ frame, institution, rounds, shownId }: RoundListProps) {
  const { t } = useTranslation();
  if (rounds.length === 0) return null;
  return (
    <details className="round-lines" open={shownId === undefined}>
      <summary>
        <h2>{t("leader.allRounds")}</h2> <small>{rounds.length}</small>
      </summary>
      <ul>
        {rounds.map((round) => (
          <li key={round.roundId} className="card">
            {round.hasRelease ? (
              <a
                href={`/leder/${institution.id}/${round.roundId}${frame.lang}`}
                aria-current={round.roundId === shownId ? "page" : undefined}
              >
                {round.title}
              </a>
            ) : (
              <strong>{round.title}</strong>
            )}
            <span>{t(`leader.states.${round.state}`, stateText(round, frame))}</span>
            {round.roundId === shownId ? <span className="chip">{t("leader.thisRound")}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
