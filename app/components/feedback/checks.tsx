/** What a good answer is held against while it is written: full, friendly, fast, followed up. As of what was last saved. */
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import type { FeedbackPage, LetterPage } from "#server/feedback/contract";
import { Icon } from "../ui/icon";

interface CheckProps {
  readonly name: string;
  readonly isMet: boolean;
  readonly children: ReactNode;
}

function Check({ name, isMet, children }: CheckProps) {
  const { t } = useTranslation();
  return (
    <li data-met={isMet || undefined}>
      <Icon name={isMet ? "check-bold" : "pencil-simple-bold"} />
      <div>
        <strong>{name}</strong> <small>{t(isMet ? "feedback.checks.yes" : "feedback.checks.no")}</small>
        {children}
      </div>
    </li>
  );
}

function Full({ letters }: { readonly letters: readonly LetterPage[] }) {
  const { t } = useTranslation();
  const missing = [...new Set(letters.flatMap(({ fourFs }) => fourFs.full.missing))];
  const silentOn = [...new Set(letters.flatMap(({ fourFs }) => fourFs.full.silentOn))];
  const isMet = letters.every(({ fourFs }) => fourFs.full.isMet);
  const themes = silentOn.map((theme) => t(`themes.${theme}`)).join(", ");
  return (
    <Check name={t("feedback.checks.full")} isMet={isMet}>
      {missing.length > 0 ? (
        <p>
          {t("feedback.checks.fullMissing", { parts: missing.map((part) => t(`feedback.parts.${part}`)).join(", ") })}
        </p>
      ) : (
        <p>{t("feedback.checks.fullYes")}</p>
      )}
      {silentOn.length > 0 ? <p>{t("feedback.checks.fullSilent", { themes })}</p> : null}
    </Check>
  );
}

function Friendly({ letters }: { readonly letters: readonly LetterPage[] }) {
  const { t } = useTranslation();
  const isMet = letters.every(({ fourFs }) => fourFs.friendly.isMet);
  const tooLong = letters.find(({ fourFs: { friendly } }) => friendly.longest > friendly.mostWords)?.fourFs.friendly;
  const words = [...new Set(letters.flatMap(({ fourFs }) => fourFs.friendly.longWords))];
  const isEmpty = letters.some(({ fourFs }) => fourFs.friendly.longest === 0);
  return (
    <Check name={t("feedback.checks.friendly")} isMet={isMet}>
      {isMet ? <p>{t("feedback.checks.friendlyYes")}</p> : null}
      {!isMet && isEmpty ? <p>{t("feedback.checks.friendlyNone")}</p> : null}
      {tooLong ? <p>{t("feedback.checks.friendlyNo", { longest: tooLong.longest, most: tooLong.mostWords })}</p> : null}
      {words.length > 0 ? <p>{t("feedback.checks.friendlyWords", { words: words.join(", ") })}</p> : null}
    </Check>
  );
}

export function Checks({ page: { letters } }: { readonly page: Pick<FeedbackPage, "letters"> }) {
  const { t } = useTranslation();
  const [first] = letters;
  if (!first) return null;
  const { fast, followedUp } = first.fourFs;
  return (
    <aside className="card checks">
      <h2>{t("feedback.checks.title")}</h2>
      <ul>
        <Full letters={letters} />
        <Friendly letters={letters} />
        <Check name={t("feedback.checks.fast")} isMet={fast.isMet}>
          <p>{t(fast.isMet ? "feedback.checks.fastYes" : "feedback.checks.fastNo")}</p>
        </Check>
        <Check name={t("feedback.checks.followedUp")} isMet={followedUp.isMet}>
          <p>{t(followedUp.isMet ? "feedback.checks.followedUpYes" : "feedback.checks.followedUpNo")}</p>
        </Check>
      </ul>
    </aside>
  );
}
