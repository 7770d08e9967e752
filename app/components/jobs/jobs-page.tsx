/** What runs by itself: when each job ran last and how that ended, and when it is next. */
import { useTranslation } from "react-i18next";
import type { JobLine, Run, Schedule } from "#server/jobs/contract";
import { dayOf, timeOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";

interface JobsPageProps {
  readonly frame: AdultFrameData;
  readonly jobs: readonly JobLine[];
}

const MINUTE_MS = 60_000;

function useWords(frame: AdultFrameData) {
  const { t } = useTranslation();
  return {
    moment: (iso: string) => `${dayOf(iso, frame.locale, new Date(frame.now))} ${timeOf(iso, frame.locale)}`,
    often(schedule: Schedule): string {
      if ("everyMs" in schedule) {
        const minutes = Math.round(schedule.everyMs / MINUTE_MS);
        return minutes === 1 ? t("jobs.everyMinute") : t("jobs.everyMinutes", { minutes });
      }
      const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
      return t("jobs.weekly", { day: t(`jobs.days.${days[schedule.weekday] ?? "monday"}`), hour: schedule.hour });
    },
  };
}

function Runs({ frame, runs }: { readonly frame: AdultFrameData; readonly runs: readonly Run[] }) {
  const { t } = useTranslation();
  const { moment } = useWords(frame);
  if (runs.length === 0) return null;
  return (
    <details>
      <summary>{t("jobs.runs", { count: runs.length })}</summary>
      <ul>
        {runs.map(({ startedAt, outcome, count }, index) => (
          <li key={`${startedAt} ${index}`}>
            {moment(startedAt)} · {t(`jobs.outcomes.${outcome}`)}
            {count ? ` · ${count}` : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Job({ frame, job }: { readonly frame: AdultFrameData; readonly job: JobLine }) {
  const { t } = useTranslation();
  const { moment, often } = useWords(frame);
  const [last] = job.runs;
  return (
    <li className="card job">
      <h2>{t(`jobs.names.${job.name}`)}</h2>
      <p className="small-print">
        {t(`jobs.about.${job.name}`)} {t("jobs.often", { often: often(job.schedule) })}
      </p>
      {job.isStuck ? (
        <p className="warning">{t("jobs.stuck", { date: moment(job.dueAt) })}</p>
      ) : (
        <p>
          {job.runningSince
            ? t("jobs.running", { date: moment(job.runningSince) })
            : t("jobs.next", { date: moment(job.dueAt) })}
        </p>
      )}
      {last && last.outcome !== "done" ? <p className="warning">{t(`jobs.last.${last.outcome}`)}</p> : null}
      <Runs frame={frame} runs={job.runs} />
    </li>
  );
}

export function JobsPage({ frame, jobs }: JobsPageProps) {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("jobs.title")}</h1>
      <p className="lead">{t("jobs.lead")}</p>
      <ul className="jobs">
        {jobs.map((job) => (
          <Job key={job.name} frame={frame} job={job} />
        ))}
      </ul>
    </>
  );
}
