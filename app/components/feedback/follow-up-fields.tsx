/** What has happened since the answer was given: owed once, to everybody who was answered. A part of the one form, so that nothing typed is lost. */
import { useTranslation } from "react-i18next";
import type { Audience, FeedbackPage } from "#server/feedback/contract";
import { AUDIENCES, MOST_WORDS } from "#server/feedback/contract";
import type { Posted } from "./fields";
import { FIELDS } from "./fields";

interface FollowUpFieldsProps {
  readonly page: Pick<FeedbackPage, "published" | "followUpTexts">;
  readonly posted?: Posted;
}

export function FollowUpFields({ page: { published, followUpTexts }, posted }: FollowUpFieldsProps) {
  const { t } = useTranslation();
  const told = AUDIENCES.filter((audience) => published?.letters[audience]);
  const textOf = (audience: Audience) => posted?.followUps[audience] ?? followUpTexts[audience] ?? "";
  return (
    <section className="card letter" aria-labelledby="since">
      <h2 id="since">{t("feedback.since.title")}</h2>
      <p className="small-print">{t("feedback.since.help")}</p>
      {told.map((audience) => (
        <div key={audience} className="field">
          <label htmlFor={FIELDS.followUp(audience)}>
            {t(told.length === 1 ? "feedback.text" : `feedback.audience.${audience}`)}
          </label>
          <textarea
            id={FIELDS.followUp(audience)}
            name={FIELDS.followUp(audience)}
            rows={3}
            maxLength={MOST_WORDS}
            defaultValue={textOf(audience)}
          />
        </div>
      ))}
      <p className="feedback-deeds">
        <button type="submit" className="button" name={FIELDS.deed} value="follow-up">
          {t("feedback.since.publish")}
        </button>
      </p>
    </section>
  );
}
