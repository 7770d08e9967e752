/** A card a theme: each form's and index's figure, beside the municipality's, in words about last time, and the rounds before. */
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
  /** Where the card has several. */
  readonly name?: string;
  /** What the card says once for several lines. */
  readonly isChangeTold: boolean;
}

function Line({ line, name, isChangeTold }: LineProps) {
  const { t } = useTranslation();
  const range = useRange();
  const { word, by } = line.change;
  return (
    <div className="line">
      <div className="line-figure">
        {name ? <h4>{name}</h4> : null}
        <p className="line-value">
          <strong>{line.value}</strong> <span>{range(line)}</span>
        </p>
        <IntervalBar line={line} />
      </div>
      {line.history.length > 0 ? <History history={line.history} /> : null}
      {isChangeTold ? null : (
        <p className="line-change" data-word={word}>
          {t(`release.change.${word}`, { count: by })}
        </p>
      )}
    </div>
  );
}

interface ThemeCardProps {
  readonly card: ThemeCardView;
  readonly partsOf: (line: IndexLine, lines: readonly IndexLine[]) => string;
}

/** That nothing can be told of last time is said once a card, and of which lines where it is not all of them. */
function Quiet({ card: { lines }, partsOf }: ThemeCardProps) {
  const { t } = useTranslation();
  return QUIET.map((word) => {
    const own = lines.filter(({ change }) => change.word === word);
    if (own.length === 0) return null;
    const whose = own.length < lines.length ? `${own.map((line) => partsOf(line, lines)).join(", ")}: ` : "";
    return (
      <p key={word} className="line-change">
        {whose}
        {t(`release.change.${word}`)}
      </p>
    );
  });
}

const QUIET = ["first", "cannot-compare", "cannot-tell"] as const;
const isQuiet = ({ change }: IndexLine): boolean => QUIET.some((word) => word === change.word);

function ThemeCard({ card, partsOf }: ThemeCardProps) {
  const { t } = useTranslation();
  const { theme, lines } = card;
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
        <Line
          key={`${line.form} ${line.index}`}
          line={line}
          name={partsOf(line, lines) || undefined}
          isChangeTold={isQuiet(line)}
        />
      ))}
      <Quiet card={card} partsOf={partsOf} />
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

export function ThemeCards({ page: { themes, hidden, forms, title } }: { readonly page: LeaderPageView }) {
  const { t } = useTranslation();
  if (themes.length === 0 && hidden.length === 0) return null;
  const partsOf = (line: IndexLine, lines: readonly IndexLine[]): string =>
    [
      ...(forms.length > 1 ? [t(`forms.${line.form}`)] : []),
      ...(lines.some(({ index }) => index !== line.index) ? [t(`indices.${line.index}`)] : []),
    ].join(" · ");
  const lines = themes.flatMap((theme) => theme.lines);
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
      <div className="indices" data-many={themes.some((theme) => theme.lines.length > 2) || undefined}>
        {themes.map((card) => (
          <ThemeCard key={card.theme} card={card} partsOf={partsOf} />
        ))}
        {hidden.map((one) => (
          <HiddenFormCard key={one.form} hidden={one} />
        ))}
      </div>
      {lines.length > 0 ? <FiguresTable lines={lines} hasForms={forms.length > 1} title={title} /> : null}
    </section>
  );
}
