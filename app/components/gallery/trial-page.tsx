/** Somebody's own SurveyJS file: brought, looked at, and said what it lacks. */
import { Form, useLocation } from "@remix-run/react";
import { useId, useRef, useState } from "react";
import type { ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import type { FileRemark, Trial, TrialOutcome } from "#server/gallery/contract";
import { FORM_NAMES } from "#surveys/paper/form";
import { LANGUAGE_NAMES, LANGUAGES } from "#surveys/paper/language";
import { ForeignForm } from "../surveyjs/foreign-form";
import { GalleryItems } from "./gallery-items";

/** What the server reads of a file at most, in bytes. */
const MOST_BYTES = 1_000_000;

function Remarks({ title, remarks }: { readonly title: string; readonly remarks: readonly FileRemark[] }) {
  if (remarks.length === 0) return null;
  return (
    <details className="card trial-remarks">
      <summary>{title}</summary>
      <ul lang="en" dir="ltr">
        {remarks.map(({ path, reason }, index) => (
          <li key={`${index} ${path}`}>
            {path ? <code>{path}</code> : null} {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Outcome({ outcome }: { readonly outcome: TrialOutcome }) {
  const { t } = useTranslation();
  // Each file is a visit of its own: nothing of what was tried before is kept.
  const { key: visit } = useLocation();
  if (outcome.kind === "refused")
    return (
      <div className="warning" role="alert">
        <p>{t("gallery.trial.refused")}</p>
        <p lang="en" dir="ltr">
          <code>{outcome.path}</code> {outcome.reason}
        </p>
      </div>
    );
  if (outcome.kind === "surveyjs")
    return (
      <>
        <h2>{t("gallery.trial.surveyjs")}</h2>
        <p>{t("gallery.trial.surveyjsHelp")}</p>
        <Remarks title={t("gallery.trial.reasons")} remarks={outcome.reasons} />
        <Remarks title={t("gallery.trial.notes")} remarks={outcome.notes} />
        <ForeignForm json={outcome.json} language={outcome.language} />
      </>
    );
  const { lacks, notes, shown, isInDanish } = outcome;
  return (
    <>
      <h2>{t("gallery.trial.paper")}</h2>
      {isInDanish ? <p>{t("gallery.trial.inDanish")}</p> : null}
      {lacks.length === 0 ? <p>{t("gallery.trial.fit")}</p> : null}
      <Remarks title={t("gallery.trial.lacks", { count: lacks.length })} remarks={lacks} />
      <Remarks title={t("gallery.trial.notes")} remarks={notes} />
      <GalleryItems key={visit} shown={shown} />
    </>
  );
}

interface TrialPageProps {
  /** What was brought before, to be changed and tried again. */
  readonly brought?: Trial;
  readonly outcome?: TrialOutcome;
  readonly isMalformed?: boolean;
}

export function TrialPage({ brought, outcome, isMalformed = false }: TrialPageProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isTooLarge, setTooLarge] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const takeFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file || !text.current) return;
    setTooLarge(file.size > MOST_BYTES);
    text.current.value = file.size > MOST_BYTES ? "" : await file.text();
  };
  return (
    <>
      <h1>{t("gallery.trial.title")}</h1>
      <p className="lead">{t("gallery.trial.about")}</p>
      <p>
        <a href="/galleri">{t("gallery.trial.back")}</a>
      </p>
      <Form method="post" className="card trial-form">
        {isMalformed || isTooLarge ? (
          <p className="warning" role="alert">
            {t(isTooLarge ? "gallery.trial.tooLarge" : "gallery.trial.malformed")}
          </p>
        ) : null}
        <div className="field">
          <label htmlFor={`${id}-file`}>{t("gallery.trial.file")}</label>
          <input id={`${id}-file`} type="file" accept=".json,application/json" onChange={takeFile} />
          <p className="field-help">{t("gallery.trial.fileHelp")}</p>
        </div>
        <div className="field">
          <label htmlFor={`${id}-json`}>{t("gallery.trial.json")}</label>
          <textarea
            ref={text}
            id={`${id}-json`}
            name="json"
            rows={8}
            required
            onChange={() => setTooLarge(false)}
            spellCheck={false}
            dir="ltr"
            defaultValue={brought?.json}
          />
        </div>
        <div className="trial-choices">
          <div className="field">
            <label htmlFor={`${id}-form`}>{t("gallery.trial.form")}</label>
            <select id={`${id}-form`} name="form" defaultValue={brought?.form ?? "10-12"}>
              {FORM_NAMES.map((form) => (
                <option key={form} value={form}>
                  {t(`forms.${form}`)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={`${id}-language`}>{t("gallery.trial.language")}</label>
            <select id={`${id}-language`} name="language" defaultValue={brought?.language ?? "da"}>
              {LANGUAGES.map((language) => (
                <option key={language} value={language} lang={language}>
                  {LANGUAGE_NAMES[language]}
                </option>
              ))}
            </select>
          </div>
        </div>
        <button className="button" type="submit">
          {t("gallery.trial.submit")}
        </button>
      </Form>
      {outcome ? <Outcome outcome={outcome} /> : null}
    </>
  );
}
