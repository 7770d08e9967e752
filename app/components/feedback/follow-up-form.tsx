/** What has happened since the answer was given: owed once, to everybody who was answered. */
import { useTranslation } from "react-i18next";
import type { Audience, FeedbackPage } from "#server/feedback/contract";
import { AUDIENCES, MOST_WORDS } from "#server/feedback/contract";
import type { Posted } from "./fields";
import { FIELDS } from "./fields";

interface FollowUpFormProps {
  readonly page: Pick<FeedbackPage, "revision" | "published" | "followUp">;
  readonly posted?: Posted;
  /** Something in it looks like a name: a person has to look. */
  readonly isAsked: boolean;
}

export function FollowUpForm({ page: { revision, published, followUp }, posted, isAsked }: FollowUpFormProps) {
  const { t } = useTranslation();
  const told = AUDIENCES.filter((audience) => published?.letters[audience]);
  const textOf = (audience: Audience) => posted?.followUps[audience] ?? followUp?.texts[audience] ?? "";
  return (
    <form method="post" className="card letter follow-up">
      <input type="hidden" name={FIELDS.revision} value={revision} />
      <h2>{t("feedback.since.title")}</h2>
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
      {isAsked ? (
        <p className="names-check">
          <label>
            <input type="checkbox" name={FIELDS.isChecked} value="yes" /> {t("feedback.namesChecked")}
          </label>
        </p>
      ) : null}
      <p className="feedback-deeds">
        <button type="submit" className="button" name={FIELDS.deed} value="follow-up">
          {t("feedback.since.publish")}
        </button>
      </p>
    </form>
  );
}
