/** The figures of one age band: an index card a theme, a bar a question, and the table one press away. */
import { useTranslation } from "react-i18next";
import type { FormTable, IndexValue, ItemTable } from "#server/releases/contract";
import type { Locale } from "#surveys/paper/local-text";
import { ShareChart } from "../charts/share-chart";
import { Thing } from "../pictures/drawn";
import { ItemTableView } from "./item-table";
import { yearsOf } from "./years-of";
import { THEME_THINGS } from "#surveys/paper/paper";

/** 0-100 as a line, the interval as a band, the value as a dot; in numbers beside it. */
function IntervalBar({ mean, low, high }: { readonly mean: number; readonly low: number; readonly high: number }) {
  return (
    <svg className="interval" viewBox="0 0 300 28" aria-hidden="true" focusable="false">
      <rect className="interval-line" x="0" y="10" width="300" height="8" rx="4" />
      <rect className="interval-band" x={low * 3} y="7" width={Math.max(6, (high - low) * 3)} height="14" rx="7" />
      <circle className="interval-dot" cx={Math.min(293, Math.max(7, mean * 3))} cy="14" r="7" />
    </svg>
  );
}

function IndexCard({ index }: { readonly index: IndexValue }) {
  const { t } = useTranslation();
  const { theme, mean, low, high } = index;
  const isShown = index.status === "shown" && mean !== undefined && low !== undefined && high !== undefined;
  return (
    <article className="card index" data-hidden={!isShown || undefined}>
      <h3>
        <Thing name={THEME_THINGS[theme]} />
        {t(`themes.${theme}.name`)}
      </h3>
      {isShown ? (
        <>
          <p className="index-value">
            <strong>{mean}</strong> <span>{t("release.of100", { low, high })}</span>
          </p>
          <IntervalBar mean={mean} low={low} high={high} />
        </>
      ) : (
        <>
          <p className="index-hidden">{t("release.hidden")}</p>
          <p>{t("release.indexReason")}</p>
        </>
      )}
    </article>
  );
}

function HiddenForm({ form: { band, reason } }: { readonly form: FormTable }) {
  const { t } = useTranslation();
  return (
    <section className="card index" data-hidden>
      <h2>{t("release.formHidden", { band: yearsOf(band) })}</h2>
      <p>{t(`release.reasons.${reason ?? "too-few"}`)}</p>
    </section>
  );
}

/** The form's own response may allow less than that of all forms together. */
function FormQuality({ form: { quality, band }, isAlone }: { readonly form: FormTable; readonly isAlone: boolean }) {
  const { t } = useTranslation();
  if (isAlone || quality !== "snapshot") return null;
  return (
    <p className="warning" data-kind="quality">
      {t("release.band", { band: yearsOf(band) })}: {t("release.snapshot")}
    </p>
  );
}

function HiddenItems({ items, locale }: { readonly items: readonly ItemTable[]; readonly locale: Locale }) {
  const { t } = useTranslation();
  const hidden = items.filter(({ status }) => status === "suppressed");
  const reasons = [...new Set(hidden.map(({ reason }) => reason ?? "too-few"))];
  return reasons.map((why) => (
    <div key={why} className="card index hidden-items" data-hidden>
      <h3>{t("release.hidden")}</h3>
      <p>{t(`release.reasons.${why}`)}</p>
      <ul>
        {hidden
          .filter(({ reason }) => (reason ?? "too-few") === why)
          .map(({ name, question }) => (
            <li key={name}>{question[locale]}</li>
          ))}
      </ul>
    </div>
  ));
}

export interface FormResultsProps {
  readonly form: FormTable;
  readonly locale: Locale;
  /** The institution has no other form. */
  readonly isAlone: boolean;
}

export function FormResults({ form, locale, isAlone }: FormResultsProps) {
  const { t } = useTranslation();
  if (form.status === "suppressed") return <HiddenForm form={form} />;
  const band = yearsOf(form.band);
  return (
    <>
      <section className="themes">
        <h2>{t("release.themes", { band })}</h2>
        <FormQuality form={form} isAlone={isAlone} />
        <p className="small-print">{t("release.indexHelp")}</p>
        <div className="indices">
          {form.indices.map((index) => (
            <IndexCard key={index.theme} index={index} />
          ))}
        </div>
      </section>
      <section className="items">
        <h2>{t("release.items", { band })}</h2>
        <p className="small-print">{t("release.itemsHelp")}</p>
        <ShareChart items={form.items} locale={locale} />
        <HiddenItems items={form.items} locale={locale} />
        <details className="card">
          <summary>{t("release.table")}</summary>
          <ItemTableView items={form.items} locale={locale} caption={t("release.items", { band })} />
        </details>
      </section>
    </>
  );
}
