/** A leader's answer to the children: what is owed, what a good answer is, and one form for all who read it. */
import { useTranslation } from "react-i18next";
import type { FeedbackPage } from "#server/feedback/contract";
import { dayOf } from "~/i18n/dates";
import { urls } from "~/urls";
import type { AdultFrameData } from "../layout/adult-frame";
import { Checks } from "./checks";
import type { Deed, Posted } from "./fields";
import { FIELDS, shownLetters } from "./fields";
import { FollowUpFields } from "./follow-up-fields";
import { LetterFields } from "./letter-fields";
import { OwedLine } from "./owed-line";

interface Refusal {
  readonly code: string;
  readonly posted: Posted;
}

export interface FeedbackFormsProps {
  readonly frame: AdultFrameData;
  readonly page: FeedbackPage;
  readonly mayWrite: boolean;
  readonly done?: Deed;
  readonly refused?: Refusal;
}

const FAILURES = {
  "feedback.incomplete": "incomplete",
  "feedback.names": "names",
  "feedback.changed": "changed",
  "feedback.early": "early",
  "feedback.unfit": "unfit",
} as const;
const isFailure = (code: string | undefined): code is keyof typeof FAILURES =>
  code !== undefined && Object.hasOwn(FAILURES, code);

function Outcome({ done, refused }: Pick<FeedbackFormsProps, "done" | "refused">) {
  const { t } = useTranslation();
  const code = refused?.code;
  const isOfFollowUp = code === "feedback.incomplete" && refused?.posted.deed === "follow-up";
  if (isFailure(code))
    return (
      <p className="warning" role="alert">
        {t(`feedback.failed.${isOfFollowUp ? "followUp" : FAILURES[code]}`)}
      </p>
    );
  return done ? (
    <p className="success" role="status">
      {t(`feedback.done.${done}`)}
    </p>
  ) : null;
}

function Head({ frame, page }: Pick<FeedbackFormsProps, "frame" | "page">) {
  const { t } = useTranslation();
  const { institution, round, published, code } = page;
  return (
    <header className="feedback-head">
      <p>
        <a href={urls.result(institution.id, round.id) + frame.lang}>{t("feedback.back")}</a>
      </p>
      <h1>{t("feedback.title")}</h1>
      <p className="lead">
        {institution.name} · {round.title[frame.locale]}
      </p>
      <p>{t("feedback.about")}</p>
      <OwedLine frame={frame} owed={page.owed} />
      {published ? (
        <p className="small-print">
          {t("feedback.published", {
            version: published.version,
            date: dayOf(published.on, frame.locale, new Date(frame.now)),
          })}
        </p>
      ) : null}
      <p className="feedback-ways">
        {code ? (
          <a className="button" data-kind="quiet" href={urls.childrensResult(code)}>
            {t("feedback.childrensPage")}
          </a>
        ) : null}
        {published ? (
          <a className="button" data-kind="quiet" href={urls.poster(institution.id, round.id) + frame.lang}>
            {t("feedback.poster")}
          </a>
        ) : null}
      </p>
    </header>
  );
}

function NamesCheck({ words, isAsked }: { readonly words: readonly string[]; readonly isAsked: boolean }) {
  const { t } = useTranslation();
  if (words.length === 0 && !isAsked) return null;
  return (
    <div className="names-check">
      {words.length > 0 ? <p>{t("feedback.names", { words: words.join(", ") })}</p> : null}
      <label>
        <input type="checkbox" name={FIELDS.isChecked} value="yes" /> {t("feedback.namesChecked")}
      </label>
    </div>
  );
}

export function FeedbackForms({ frame, page, mayWrite, done, refused }: FeedbackFormsProps) {
  const { t } = useTranslation();
  const letters = shownLetters(page, refused?.posted);
  const isAsked = refused?.code === "feedback.names";
  return (
    <>
      <Head frame={frame} page={page} />
      <Outcome done={done} refused={refused} />
      {mayWrite ? null : <p className="warning">{t("feedback.readOnly")}</p>}
      <div className="feedback-columns">
        <form method="post">
          <input type="hidden" name={FIELDS.revision} value={page.revision} />
          <fieldset disabled={!mayWrite}>
            {letters.map((letter) => (
              <LetterFields key={letter.page.audience} frame={frame} letter={letter} isOnly={letters.length === 1} />
            ))}
            <NamesCheck words={page.maybeNames} isAsked={isAsked} />
            <p className="feedback-deeds">
              <button type="submit" className="button" data-kind="quiet" name={FIELDS.deed} value="save">
                {t("feedback.save")}
              </button>
              <button type="submit" className="button" name={FIELDS.deed} value="publish">
                {t(page.published ? "feedback.publishAgain" : "feedback.publish")}
              </button>
            </p>
            {page.mayFollowUp ? <FollowUpFields page={page} posted={refused?.posted} /> : null}
          </fieldset>
        </form>
        <Checks page={page} />
      </div>
    </>
  );
}
