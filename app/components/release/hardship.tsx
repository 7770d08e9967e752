/**
 * In how many themes the children have it hard at once: a sentence and four bars, and beside them the whole area's. Of a whole
 * institution, never of a group.
 */
import { useTranslation } from "react-i18next";
import { percentText, rangeText } from "./figure-text";
import type { HardshipView } from "./leader-page";

const IN = ["0", "1", "2", "3"] as const;

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
            <span>
              {percentText(value)} <small>({percentText(rangeText({ low, high }))})</small>
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Quieter than the institution's own: what it is read beside. */
function InArea({ area: { text, shares } }: Pick<Required<HardshipView>, "area">) {
  const { t } = useTranslation();
  return (
    <div className="hardship-area">
      <p>{text}</p>
      <dl>
        {shares.map(({ value, ...range }, at) => (
          <div key={IN[at]}>
            <dt>{t(`release.hardshipIn.${IN[at] ?? "0"}`)}</dt>
            <dd>
              {percentText(value)} <small>({percentText(rangeText(range))})</small>
            </dd>
          </div>
        ))}
      </dl>
    </div>
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
      <h2>{t("release.hardship")}</h2>
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
      <p className="small-print">
        {t("release.hardshipHelp")} {shown.some(({ area }) => area) ? t("release.hardshipAreaHelp") : null}
      </p>
    </section>
  );
}
