/** A one-time code on paper, shown this once: for somebody without mail. */
import { useTranslation } from "react-i18next";
import type { CodeLetter as Letter } from "#server/accounts/contract";
import { dayOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";

interface CodeLetterProps {
  readonly frame: AdultFrameData;
  readonly letter: Letter;
  /** Where codes are typed in. */
  readonly address: string;
}

export function CodeLetter({ frame, letter: { code, person, expiresAt }, address }: CodeLetterProps) {
  const { t } = useTranslation();
  const { displayName, name } = person;
  return (
    <section className="card code-letter" role="status">
      <h2>{t("people.letter.title", { name: displayName })}</h2>
      <p className="code-letter-about">{t("people.letter.about", { name: displayName })}</p>
      <ol>
        <li>{t("people.letter.step1", { address })}</li>
        <li>
          {t("people.letter.step2")} <code>{code}</code>
        </li>
        <li>{t("people.letter.step3", { name })}</li>
      </ol>
      <p>{t("people.letter.until", { date: dayOf(expiresAt, frame.locale, new Date(frame.now)) })}</p>
    </section>
  );
}
