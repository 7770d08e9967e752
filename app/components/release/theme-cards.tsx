/** A card a theme: each form's and index's figure, beside the municipality's, in words about last time, and the rounds before. */
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { THEME_THINGS } from "#surveys/paper/paper";
import { Thing } from "../pictures/thing";
import { FiguresTable } from "./figures-table";
import { History } from "./history";
import { IntervalBar } from "./interval-bar";
import type { HiddenForm, IndexLine, LeaderPageView, Range, ThemeCardView } from "./leader-page";

function useRange() {
  const { t } = useTranslation();
  return ({ low, high }: Range) => (low === high ? t("release.exactly") : t("release.of100", { low, high }));
}

interface LineProps {
  readonly line: IndexLine;
  readonly hasForms: boolean;
  readonly isSmall: boolean;
}

function Line({ line, hasForms, isSmall }: LineProps) {
  const { t } = useTranslation();
  const range = useRange();
  const { word, by } = line.change;
  return (
    <div className="line">
      <div className="line-figure">
        {hasForms ? <h4>{t(`forms.${line.form}`)}</h4> : null}
        <p className="line-value">
          <strong>{line.value}</strong> <span>{range(line)}</span>
        </p>
        <IntervalBar line={line} />
      </div>
      {line.history.length > 0 ? <History history={line.history} isSmall={isSmall} /> : null}
      {isQuiet(line) ? null : (
        <p className="line-change" data-word={word}>
          {t(`release.change.${word}`, { count: by })}
        </p>
      )}
    </div>
  );
}

const QUIET = ["first", "cannot-compare", "cannot-tell"] as const;
const isQuiet = ({ change }: IndexLine): boolean => QUIET.some((word) => word === change.word);

/** That nothing can be told of last time is said once, and of which forms where it is not all of them. */
function Quiet({ lines }: { readonly lines: readonly IndexLine[] }) {
  const { t } = useTranslation();
  return QUIET.map((word) => {
    const own = lines.filter(({ change }) => change.word === word);
    if (own.length === 0) return null;
    const whose = own.length < lines.length ? `${own.map(({ form }) => t(`forms.${form}`)).join(", ")}: ` : "";
    return (
      <p key={word} className="line-change">
        {whose}
        {t(`release.change.${word}`)}
      </p>
    );
  });
}

interface ThemeCardProps {
  readonly card: ThemeCardView;
  readonly hasForms: boolean;
  readonly isSmall: boolean;
}

function ThemeCard({ card: { theme, lines }, hasForms, isSmall }: ThemeCardProps) {
  const { t } = useTranslation();
  const indices = [...new Set(lines.map(({ index }) => index))];
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
      {indices.map((index) => {
        const own = lines.filter((line) => line.index === index);
        return (
          <Fragment key={index}>
            {indices.length > 1 ? <p className="line-index">{t(`indices.${index}`)}</p> : null}
            {own.map((line) => (
              <Line key={line.form} line={line} hasForms={hasForms} isSmall={isSmall} />
            ))}
            <Quiet lines={own} />
          </Fragment>
        );
      })}
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
          <svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true" focusable="false">
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

/** A card of more lines has small pictures. */
const MOST_LARGE = 2;

export function ThemeCards({ page: { themes, hidden, forms, title } }: { readonly page: LeaderPageView }) {
  const { t } = useTranslation();
  if (themes.length === 0 && hidden.length === 0) return null;
  const lines = themes.flatMap((theme) => theme.lines);
  const isSmall = themes.some((theme) => theme.lines.length > MOST_LARGE);
  return (
    <section className="themes">
      <header>
        <h2>{t("release.themes")}</h2>
        {lines.length > 0 ? (
          <>
            <p className="small-print">{t("release.themesHelp")}</p>
            <Legend />
          </>
        ) : null}
      </header>
      <div className="indices" data-many={isSmall || undefined}>
        {themes.map((card) => (
          <ThemeCard key={card.theme} card={card} hasForms={forms.length > 1} isSmall={isSmall} />
        ))}
        {hidden.map((one) => (
          <HiddenFormCard key={one.form} hidden={one} />
        ))}
      </div>
      {lines.length > 0 ? <FiguresTable lines={lines} hasForms={forms.length > 1} title={title} /> : null}
    </section>
  );
}
