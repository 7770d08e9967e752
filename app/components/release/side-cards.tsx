/** The one thing to do, on a dark card, and below it what is owed to the children and when. */
import { useTranslation } from "react-i18next";
import { dayOf, daysUntil } from "~/i18n/dates";
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

/** Days until the answer is due; once the day has passed only a calendar, for whether it was given is not known here. */
function DaysLeft({ days }: { readonly days: number }) {
  const { t } = useTranslation();
  if (days < 0)
    return (
      <p className="days" data-past>
        <Icon name="calendar-blank-bold" />
      </p>
    );
  if (days === 0) return <p className="days">{t("release.today")}</p>;
  return (
    <p className="days">
      <strong>{days}</strong> {t("release.days", { count: days })}
    </p>
  );
}

interface OwedCardProps {
  readonly page: Pick<LeaderPageView, "feedbackDueOn" | "owner" | "asked">;
  readonly frame: AdultFrameData;
}

export function OwedCard({ page: { feedbackDueOn, owner, asked }, frame }: OwedCardProps) {
  const { t } = useTranslation();
  const now = new Date(frame.now);
  const days = daysUntil(feedbackDueOn, now);
  return (
    <section className="card owed">
      <DaysLeft days={days} />
      <div>
        <h2>{t(days < 0 ? "release.owedPast" : "release.owed", { the: t(`release.the.${asked}`) })}</h2>
        <p>
          {t(days < 0 ? "release.owedPastHelp" : "release.owedHelp", {
            date: dayOf(feedbackDueOn, frame.locale, now),
            owner,
          })}
        </p>
      </div>
    </section>
  );
}
