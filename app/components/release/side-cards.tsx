/** The one thing to do, on a dark card, and below it what is owed to the children and when. */
import { useTranslation } from "react-i18next";
import type { Release, Statement } from "#server/releases/contract";
import { dayOf, daysUntil } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";
import { Icon } from "../ui/icon";

export function TalkCard({ statements }: { readonly statements: readonly Statement[] }) {
  const { t } = useTranslation();
  const [lowest, ...others] = [...statements].sort((a, b) => a.range.from - b.range.from);
  if (!lowest) return null;
  const isClear = others.every(({ range, theme }) => range.from > lowest.range.to || theme === lowest.theme);
  const [first, second] = t(`themes.${lowest.theme}.ask`, { returnObjects: true });
  return (
    <section className="card talk">
      <h2>{t("release.talk", { theme: t(`themes.${lowest.theme}.about`) })}</h2>
      <p>{t(isClear ? "release.talkHelp" : "release.talkOpen")}</p>
      <ul>
        <li>”{first}”</li>
        <li>”{second}”</li>
      </ul>
    </section>
  );
}

/** Days until the answer is due; once the day has passed only a calendar, for whether it was given is not known here. */
function DaysLeft({ days }: { readonly days: number }) {
  const { t } = useTranslation();
  if (days < 0)
    return (
      <p className="days">
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

export function OwedCard({ release, frame }: { readonly release: Release; readonly frame: AdultFrameData }) {
  const { t } = useTranslation();
  const now = new Date(frame.now);
  const days = daysUntil(release.feedbackDueOn, now);
  return (
    <section className="card owed">
      <DaysLeft days={days} />
      <div>
        <h2>{t("release.owed")}</h2>
        <p>
          {t(days < 0 ? "release.owedPast" : "release.owedHelp", {
            date: dayOf(release.feedbackDueOn, frame.locale, now),
            owner: release.ownerRole[frame.locale],
          })}
        </p>
      </div>
    </section>
  );
}
