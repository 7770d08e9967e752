/** How many of the children's own words wait to be read, and where nobody reads them: never what they say. */
import { useTranslation } from "react-i18next";
import type { Backlog } from "#server/reading-room/contract";
import type { AdultFrameData } from "../layout/adult-frame";

interface BacklogNoticeProps {
  readonly frame: Pick<AdultFrameData, "locale">;
  readonly backlog: readonly Backlog[];
}

function Line({ locale, line }: { readonly locale: "da" | "en"; readonly line: Backlog }) {
  const { t } = useTranslation();
  const language = t(`admin.languages.${line.language}`);
  return (
    <li>
      {t("reading.backlog.line", { title: line.title[locale], language, count: line.waiting })}
      {line.worrying > 0 ? `, ${t("reading.backlog.worrying", { count: line.worrying })}` : null}
      {line.overdue > 0 ? (
        <strong className="late">{t("reading.backlog.overdue", { count: line.overdue })}</strong>
      ) : null}
      {line.hasReader ? null : <strong className="late">{t("reading.backlog.noReader", { language })}</strong>}
    </li>
  );
}

export function BacklogNotice({ frame: { locale }, backlog }: BacklogNoticeProps) {
  const { t } = useTranslation();
  if (backlog.length === 0) return null;
  return (
    <section className="card backlog">
      <h2>{t("reading.backlog.title")}</h2>
      <p>{t("reading.backlog.about")}</p>
      <ul>
        {backlog.map((line) => (
          <Line key={`${line.round} ${line.language}`} locale={locale} line={line} />
        ))}
      </ul>
    </section>
  );
}
