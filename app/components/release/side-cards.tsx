/** The one thing to do, on a dark card, and below it what is owed to the children and when. */
import { useTranslation } from "react-i18next";
import type { Owed } from "#server/feedback/contract";
import { dayOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";
import { Icon } from "../ui/icon";
import type { LeaderPageView, Talk } from "./leader-page";
import type { Ways } from "./ways";
import { newActionAddress } from "./ways";

interface TalkCardProps {
  readonly talk: Talk;
  readonly ways: Pick<Ways, "newAction">;
}

export function TalkCard({ talk, ways }: TalkCardProps) {
  const { t } = useTranslation();
  const { lead, why, who, questions } = talk;
  const the = t(`release.the.${who}`);
  return (
    <section className="card talk">
      <h2>{t("release.talk", { the, lead })}</h2>
      <p>{t(`release.talkHelp.${why}`, { the })}</p>
      <ul>
        {questions.map((question) => (
          <li key={question}>{t("release.asked", { question })}</li>
        ))}
      </ul>
      {ways.newAction ? (
        <p className="talk-way">
          <a className="button" href={newActionAddress(ways.newAction, talk)}>
            {t("ways.newAction")} <Icon name="arrow-right-bold" isDirectional />
          </a>
        </p>
      ) : null}
    </section>
  );
}

/** School days until it is due, or a calendar where nothing is, or it is late. */
function DaysLeft({ owed: { what, isOverdue, schoolDaysLeft = 0 } }: { readonly owed: Owed }) {
  const { t } = useTranslation();
  if (what !== "answer" || isOverdue)
    return (
      <p className="days" data-past={isOverdue || undefined}>
        <Icon name={what === "done" ? "check-bold" : "calendar-blank-bold"} />
      </p>
    );
  if (schoolDaysLeft === 0) return <p className="days">{t("release.today")}</p>;
  return (
    <p className="days">
      <strong>{schoolDaysLeft}</strong> {t("release.days", { count: schoolDaysLeft })}
    </p>
  );
}

interface OwedCardProps {
  readonly page: Pick<LeaderPageView, "owner" | "asked">;
  readonly frame: AdultFrameData;
  readonly owed: Owed;
  readonly ways: Pick<Ways, "feedback">;
}

const wordsFor = ({ what, isOverdue }: Owed) =>
  what === "done" ? "done" : what === "follow-up" ? (isOverdue ? "sinceLate" : "since") : isOverdue ? "late" : "answer";

export function OwedCard({ page: { owner, asked }, frame, owed, ways }: OwedCardProps) {
  const { t } = useTranslation();
  const words = wordsFor(owed);
  const the = t(`release.the.${asked}`);
  const date = owed.dueOn ? dayOf(owed.dueOn, frame.locale, new Date(frame.now)) : "";
  return (
    <section className="card owed" data-late={owed.isOverdue || undefined}>
      <DaysLeft owed={owed} />
      <div>
        <h2>{t(`release.owed.${words}`, { the })}</h2>
        <p>
          {t(`release.owedHelp.${words}`, { date, owner, the })} <a href={ways.feedback}>{t("release.owedWay")}</a>
        </p>
      </div>
    </section>
  );
}
