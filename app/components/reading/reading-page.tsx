/** The reading room: on one side what waits and until when, on the other the one that is read. */
import { useTranslation } from "react-i18next";
import type { OpenWriting, ReadingQueue } from "#server/reading-room/contract";
import type { AdultFrameData } from "../layout/adult-frame";
import { Lytte } from "../pictures/lytte";
import { WhomToCall } from "./duty-card";
import { QueueList, useMoment } from "./queue-list";
import { ReleasedList } from "./released-list";
import type { ReadingFailure } from "./writing-card";
import { WritingCard } from "./writing-card";

export const READING_SAID = ["fine", "worry", "cleanse", "quote", "done", "taken", "changed", "back"] as const;
export type ReadingSaid = (typeof READING_SAID)[number];

export interface ReadingPageProps {
  readonly frame: AdultFrameData;
  readonly queue: ReadingQueue;
  readonly open?: OpenWriting;
  readonly said?: ReadingSaid;
  readonly failure?: ReadingFailure;
}

function Head({ frame, queue: { lines, unread } }: Pick<ReadingPageProps, "frame" | "queue">) {
  const { t } = useTranslation();
  const moment = useMoment(frame);
  const waiting = lines.filter(({ state }) => state === "waiting");
  const late = waiting.filter(({ isOverdue }) => isOverdue).length;
  const lateActed = lines.filter(({ state, isOverdue }) => state === "worrying" && isOverdue).length;
  const [oldest] = waiting;
  return (
    <>
      <h1>{t("reading.title")}</h1>
      {oldest ? (
        <p>
          {t("reading.waiting", { count: waiting.length })} ·{" "}
          {t(oldest.isOverdue ? "reading.oldestLate" : "reading.oldest", { when: moment(oldest.dueAt) })}
        </p>
      ) : null}
      {late > 0 ? <p className="late">{t("reading.late", { count: late })}</p> : null}
      {lateActed > 0 ? <p className="late">{t("reading.lateActed", { count: lateActed })}</p> : null}
      {unread.map(({ language, count }) => (
        <p key={language} className="late">
          {t("reading.unread", { count, language: t(`reading.languages.${language}`) })}
        </p>
      ))}
    </>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <section className="card reading-nothing">
      <Lytte mood="waits" />
      <div>
        <h2>{t("reading.none")}</h2>
        <p>{t("reading.noneHelp")}</p>
      </div>
    </section>
  );
}

export function ReadingPage({ frame, queue, open, said, failure }: ReadingPageProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="reading-room">
        <div className="reading-side">
          <Head frame={frame} queue={queue} />
          <QueueList frame={frame} lines={queue.lines} openId={open?.id} />
        </div>
        <div className="reading-main">
          {said ? (
            <p className={said === "taken" || said === "changed" ? "warning" : "success"} role="status">
              {t(`reading.said.${said}`)}
            </p>
          ) : null}
          {said === "taken" ? (
            <section className="card duty">
              <WhomToCall />
            </section>
          ) : null}
          {open ? <WritingCard key={open.id} frame={frame} writing={open} failure={failure} /> : null}
          {!open && queue.lines.length === 0 ? <Nothing /> : null}
          {!open && queue.lines.length > 0 ? <p>{t("reading.choose")}</p> : null}
        </div>
      </div>
      <ReleasedList frame={frame} released={queue.released} />
    </>
  );
}
