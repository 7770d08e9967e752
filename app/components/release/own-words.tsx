/**
 * What children wrote that may be shown: in the letters they learnt, on the colour of what they were asked about. Folded on a
 * screen, where the page has three of them; on paper, which has no folds, whole.
 */
import { useTranslation } from "react-i18next";
import type { ShownQuotations } from "#server/reading-room/contract";
import { directionOf } from "#surveys/paper/language";

interface OwnWordsProps {
  readonly shown?: Pick<ShownQuotations, "version" | "quotations">;
}

function Quotations({ shown }: Required<OwnWordsProps>) {
  const { t } = useTranslation();
  return (
    <>
      <ul>
        {shown.quotations.map(({ id, text, language, theme }) => (
          <li key={id}>
            <blockquote className="own-words" data-small data-theme={theme} lang={language} dir={directionOf(language)}>
              {text}
            </blockquote>
            <small>{t(`themes.${theme}`)}</small>
          </li>
        ))}
      </ul>
      <p className="small-print">{t("ownWords.help", { version: shown.version })}</p>
    </>
  );
}

export function FoldedOwnWords({ shown }: OwnWordsProps) {
  const { t } = useTranslation();
  if (!shown || shown.quotations.length === 0) return null;
  return (
    <details className="card form-fold quotations">
      <summary>{t("ownWords.title")}</summary>
      <Quotations shown={shown} />
    </details>
  );
}

export function PrintedOwnWords({ shown }: OwnWordsProps) {
  const { t } = useTranslation();
  if (!shown || shown.quotations.length === 0) return null;
  return (
    <section className="quotations printed-words">
      <h2>{t("ownWords.title")}</h2>
      <Quotations shown={shown} />
    </section>
  );
}
