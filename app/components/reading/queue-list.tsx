/** What waits: language, question, form and until when; never a word of what is written. */
import { useTranslation } from "react-i18next";
import type { WritingLine } from "#server/reading-room/contract";
import { dayOf, timeOf } from "~/i18n/dates";
import { urls } from "~/urls";
import type { AdultFrameData } from "../layout/adult-frame";

/** `2. december kl. 16.00`, in the frame's language. */
export function useMoment({ locale, now }: Pick<AdultFrameData, "locale" | "now">): (iso: string) => string {
  const { t } = useTranslation();
  return (iso) => t("reading.moment", { day: dayOf(iso, locale, new Date(now)), time: timeOf(iso, locale) });
}

interface LineProps {
  readonly frame: AdultFrameData;
  readonly line: WritingLine;
  readonly isOpen: boolean;
}

function Line({ frame, line, isOpen }: LineProps) {
  const { t } = useTranslation();
  const moment = useMoment(frame);
  const { id, kind, language, question, form, state, isOverdue, isDeputy } = line;
  const isWorrying = state === "worrying";
  return (
    <li>
      <a className="card writing-line" href={urls.writing(id) + frame.lang} aria-current={isOpen ? "true" : undefined}>
        <strong>{t(`reading.kinds.${kind}`, { language: t(`reading.languages.${language}`) })}</strong>
        {question || form ? (
          <small>
            {question ? t("reading.question", { question: question[frame.locale] }) : null}
            {question && form ? " · " : null}
            {form ? t(`forms.${form}`) : null}
          </small>
        ) : null}
        <small>{t(isWorrying ? "reading.actBy" : "reading.by", { when: moment(line.dueAt) })}</small>
        {isWorrying || isOverdue || isDeputy ? (
          <span className="writing-marks">
            {isWorrying ? <span className="chip">{t("reading.worrying")}</span> : null}
            {isOverdue ? (
              <span className="chip" data-kind="late">
                {t("reading.late")}
              </span>
            ) : null}
            {isDeputy ? <small>{t("reading.deputy")}</small> : null}
          </span>
        ) : null}
      </a>
    </li>
  );
}

interface QueueListProps {
  readonly frame: AdultFrameData;
  readonly lines: readonly WritingLine[];
  readonly openId?: string;
}

export function QueueList({ frame, lines, openId }: QueueListProps) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("reading.list")}>
      <ul className="writing-lines">
        {lines.map((line) => (
          <Line key={line.id} frame={frame} line={line} isOpen={line.id === openId} />
        ))}
      </ul>
    </nav>
  );
}
