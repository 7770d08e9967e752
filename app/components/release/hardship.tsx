/**
 * In how many themes the children have it hard at once: a sentence and four bars, and beside them the whole area's. Of a whole
 * institution, never of a group.
 */
import { useTranslation } from "react-i18next";
import { percentText, rangeText } from "./figure-text";
import type { Figure, HardshipView } from "./leader-page";

const IN = ["0", "1", "2", "3"] as const;

function FigureText({ value, ...range }: Figure) {
  return (
    <span>
      {percentText(value)} <small>({percentText(rangeText(range))})</small>
    </span>
  );
}

function Bars({ shares }: Pick<HardshipView, "shares">) {
  const { t } = useTranslation();
  return (
    <dl className="hardship-bars">
      {shares.map(({ value, low, high }, at) => (
        <div key={IN[at]}>
          <dt>{t(`release.hardshipIn.${IN[at] ?? "0"}`)}</dt>
          <dd>
            <svg width="100%" height="18" aria-hidden="true" focusable="false">
              <rect className="bar-line" x="0" y="5" width="100%" height="8" rx="4" />
              <rect
                className="bar-noise"
                x={`${low}%`}
                y="2"
                width={`${Math.max(1, high - low)}%`}
                height="14"
                rx="7"
              />
              <circle className="bar-dot" cx={`${Math.min(98, Math.max(2, value))}%`} cy="9" r="5" />
            </svg>
            <FigureText value={value} low={low} high={high} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Quieter than the institution's own: what it is read beside. No mark on the bars, whose bands are the noise's alone. */
function InArea({ area: { text, shares } }: Pick<Required<HardshipView>, "area">) {
  const most = shares.at(-1);
  return (
    <p className="hardship-area">
      <span>{text}</span> {most ? <FigureText {...most} /> : null}
    </p>
  );
}

function AreaTable({ shown }: Pick<HardshipProps, "shown">) {
  const { t } = useTranslation();
  return (
    <details className="as-table">
      <summary>{t("release.hardshipArea")}</summary>
      <p className="small-print">{t("release.hardshipAreaHelp")}</p>
      <div className="table-frame">
        <table>
          <caption className="visually-hidden">{t("release.hardshipArea")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("release.form")}</th>
              {IN.map((themes) => (
                <th key={themes} scope="col">
                  {t(`release.hardshipIn.${themes}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ form, area }) =>
              area ? (
                <tr key={form}>
                  <th scope="row">{t(`forms.${form}`)}</th>
                  {area.shares.map((share, at) => (
                    <td key={IN[at]}>
                      <FigureText {...share} />
                    </td>
                  ))}
                </tr>
              ) : null,
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
}

interface HardshipProps {
  readonly shown: readonly HardshipView[];
  readonly isAlone: boolean;
}

export function Hardship({ shown, isAlone }: HardshipProps) {
  const { t } = useTranslation();
  if (shown.length === 0) return null;
  return (
    <section className="card hardship">
      <header>
        <h2>{t("release.hardship")}</h2>
        {shown.some(({ area }) => area) ? <AreaTable shown={shown} /> : null}
      </header>
      <div className="hardship-forms">
        {shown.map(({ form, text, shares, area }) => (
          <div key={form}>
            {isAlone ? null : <h3>{t(`forms.${form}`)}</h3>}
            <p>{text}</p>
            <Bars shares={shares} />
            {area ? <InArea area={area} /> : null}
          </div>
        ))}
      </div>
      <p className="small-print">{t("release.hardshipHelp")}</p>
    </section>
  );
}
