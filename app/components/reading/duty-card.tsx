/** What an editor must do when a writing worries: the duty to report, whom to call, what is known, and saying what was done. */
import { useTranslation } from "react-i18next";
import type { OpenWriting } from "#server/reading-room/contract";
import { DONE_WORDS } from "#server/reading-room/contract";
import { startOf } from "#surveys/paper/calendar";
import { dayOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";
import { DeedForm } from "./deed-form";
import { useMoment } from "./queue-list";

interface DutyCardProps {
  readonly frame: AdultFrameData;
  readonly writing: OpenWriting;
  /** Why what was said to be done is not enough. */
  readonly fault?: string;
}

/** Whom to call: also for who read a text that is gone. */
export function WhomToCall() {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t("reading.duty.call")}</h3>
      <ul>
        <li>{t("reading.duty.emergency")}</li>
        <li>{t("reading.duty.family")}</li>
        <li>{t("reading.duty.violence")}</li>
        <li>{t("reading.duty.who")}</li>
      </ul>
    </>
  );
}

function Guidance({ frame, writing: { worry, form } }: Pick<DutyCardProps, "frame" | "writing">) {
  const { t } = useTranslation();
  const day = worry && dayOf(startOf(worry.arrivedOn).toISOString(), frame.locale, new Date(frame.now));
  return (
    <>
      <p>{t("reading.duty.law")}</p>
      {worry ? (
        <p>
          <strong>
            {t("reading.duty.where", {
              day,
              institution: worry.institution,
              form: form ? t("reading.duty.form", { form: t(`forms.${form}`) }) : "",
            })}
          </strong>
        </p>
      ) : null}
      <WhomToCall />
      <p>{t("reading.duty.told")}</p>
    </>
  );
}

export function DutyCard({ frame, writing, fault }: DutyCardProps) {
  const { t } = useTranslation();
  const moment = useMoment(frame);
  return (
    <section className="card duty" aria-labelledby="duty">
      <h2 id="duty">{t("reading.duty.title")}</h2>
      <Guidance frame={frame} writing={writing} />
      <DeedForm writing={writing} lang={frame.lang} deed="done" isFirst>
        <fieldset>
          <legend>{t("reading.duty.title2")}</legend>
          {fault ? (
            <p className="warning" role="alert">
              {t(fault === "writing.alone" ? "reading.duty.alone" : "reading.duty.missing")}
            </p>
          ) : null}
          {DONE_WORDS.map((word) => (
            <label key={word} className="done-word">
              <input type="checkbox" name="done" value={word} />
              {t(`reading.done.${word}`)}
            </label>
          ))}
        </fieldset>
        <p className="field-help">
          {t("reading.duty.keep")} {t("reading.duty.by", { when: moment(writing.dueAt) })}
        </p>
      </DeedForm>
    </section>
  );
}
