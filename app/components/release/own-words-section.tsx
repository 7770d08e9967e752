/** What children wrote that may be shown: in the letters they learnt, on the colour of what they were asked about. */
import { useTranslation } from "react-i18next";
import type { ShownQuotations } from "#server/reading-room/contract";
import { directionOf } from "#surveys/paper/language";

export function OwnWordsSection({ shown }: { readonly shown?: Pick<ShownQuotations, "version" | "quotations"> }) {
  const { t } = useTranslation();
  if (!shown || shown.quotations.length === 0) return null;
  return (
    <section className="quotations">
      <h2>{t("ownWords.title")}</h2>
      <ul>
        {shown.quotations.map(({ id, text, language, theme }) => (
          <li key={id}>
            <blockquote className="own-words" data-small data-theme={theme} lang={language} dir={directionOf(language)}>
              {text}
            </blockquote>
          </li>
        ))}
      </ul>
      <p className="small-print">{t("ownWords.help", { version: shown.version })}</p>
    </section>
  );
}
