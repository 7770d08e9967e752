/** A card a theme: each form's and index's figure, beside the municipality's, in words about last time, and the rounds before. */
import { useTranslation } from "react-i18next";
import { THEME_THINGS } from "#surveys/paper/paper";
import { Thing } from "../pictures/thing";
import { History } from "./history";
import { IntervalBar } from "./interval-bar";
import type { HiddenForm, IndexLine, LeaderPageView, Range, ThemeCardView } from "./leader-page";

function useRange() {
  const { t } = useTranslation();
  return ({ low, high }: Range) => (low === high ? t("release.exactly") : t("release.of100", { low, high }));
}

function Line({ line, name }: { readonly line: IndexLine; readonly name?: string }) {
  const { t } = useTranslation();
  const range = useRange();
  const { word, by } = line.change;
  return (
    <div className="line">
      {name ? <h4>{name}</h4> : null}
      <div className="line-figure">
        <p className="line-value">
          <strong>{line.value}</strong> <span>{range(line)}</span>
        </p>
        {line.history.length > 0 ? <History history={line.history} /> : null}
      </div>
      <IntervalBar line={line} />
      <p className="line-change" data-word={word}>
        {t(`release.change.${word}`, { count: by })}
      </p>
    </div>
  );
}

function RoundsTable({
  lines,
  nameOf,
}: {
  readonly lines: readonly IndexLine[];
  readonly nameOf: (line: IndexLine) => string;
}) {
  const { t } = useTranslation();
  return (
    <details className="as-table">
      <summary>{t("release.historyTable")}</summary>
      <div className="table-frame">
        {lines.map((line) => (
          <table key={`${line.form} ${line.index}`}>
            <caption>{nameOf(line)}</caption>
            <thead>
              <tr>
                <th scope="col">{t("release.round")}</th>
                <th scope="col">{t("release.of100Short")}</th>
                <th scope="col">{t("release.legend.model")}</th>
              </tr>
            </thead>
            <tbody>
              {line.history.map(({ title, value, band }) => (
                <tr key={title}>
                  <th scope="row">{title}</th>
                  <td>{value}</td>
                  <td>{t("release.range", { low: band.low, high: band.high })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </details>
  );
}

function ThemeCard({ card: { theme, lines }, hasForms }: { readonly card: ThemeCardView; readonly hasForms: boolean }) {
  const { t } = useTranslation();
  const hasIndices = new Set(lines.map(({ index }) => index)).size > 1;
  const partsOf = (line: IndexLine) => [
    ...(hasForms ? [t(`forms.${line.form}`)] : []),
    ...(hasIndices ? [t(`indices.${line.index}`)] : []),
  ];
  const withPast = lines.filter(({ history }) => history.length > 0);
  return (
    <article className="card index" data-hidden={lines.length === 0 || undefined}>
      <h3>
        <Thing name={THEME_THINGS[theme]} />
        {t(`themes.${theme}`)}
      </h3>
      {lines.length === 0 ? (
        <>
          <p className="index-hidden">{t("release.hidden")}</p>
          <p>{t("release.themeHidden")}</p>
        </>
      ) : null}
      {lines.map((line) => (
        <Line key={`${line.form} ${line.index}`} line={line} name={partsOf(line).join(" · ") || undefined} />
      ))}
      {withPast.length > 0 ? (
        <RoundsTable lines={withPast} nameOf={(line) => partsOf(line).join(" · ") || t(`themes.${theme}`)} />
      ) : null}
    </article>
  );
}

function HiddenFormCard({ hidden: { form, reason } }: { readonly hidden: HiddenForm }) {
  const { t } = useTranslation();
  return (
    <article className="card index" data-hidden>
      <h3>{t("release.formHidden", { form: t(`forms.${form}`) })}</h3>
      <p>{t(`release.reasons.${reason}`)}</p>
    </article>
  );
}

const KEYS = ["noise", "model", "municipality"] as const;

function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="legend">
      {KEYS.map((key) => (
        <li key={key}>
          <svg width="34" height="16" aria-hidden="true" focusable="false">
            {key === "municipality" ? (
              <line className="bar-mark" x1="17" x2="17" y1="0" y2="16" />
            ) : (
              <rect className={`bar-${key}`} x="1" y="2" width="32" height="12" rx="6" />
            )}
          </svg>
          {t(`release.legend.${key}`)}
        </li>
      ))}
    </ul>
  );
}

export function ThemeCards({ page: { themes, hidden, forms } }: { readonly page: LeaderPageView }) {
  const { t } = useTranslation();
  if (themes.length === 0 && hidden.length === 0) return null;
  return (
    <section className="themes">
      <header>
        <h2>{t("release.themes")}</h2>
        {themes.length > 0 ? (
          <>
            <p className="small-print">{t("release.themesHelp")}</p>
            <Legend />
          </>
        ) : null}
      </header>
      <div className="indices" data-many={themes.some(({ lines }) => lines.length > 2) || undefined}>
        {themes.map((card) => (
          <ThemeCard key={card.theme} card={card} hasForms={forms.length > 1} />
        ))}
        {hidden.map((one) => (
          <HiddenFormCard key={one.form} hidden={one} />
        ))}
      </div>
    </section>
  );
}
