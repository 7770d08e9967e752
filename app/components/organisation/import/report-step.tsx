/** What the import would do, in numbers and line by line: first what is wrong, then what should be looked at. */
import { useTranslation } from "react-i18next";
import type { ImportReport, ReportLine } from "#server/organisation/contract";
import type { ImportDeeds } from "./use-import";

interface ReportStepProps {
  readonly report: ImportReport;
  readonly carried: readonly number[];
  readonly deeds: ImportDeeds;
}

/** More would only be scrolled past. */
const MOST_SHOWN = 300;

function Line({ line }: { readonly line: ReportLine }) {
  const { t } = useTranslation();
  const { row, of, name, at, fault, other, notes } = line;
  const what = at === undefined || at === "" ? name : t("import.report.atPlace", { name, at });
  return (
    <li>
      <span className="row">{t("import.report.row", { row })}</span>
      <span>
        {name === "" ? null : (
          <>
            <small>{t(`import.report.of.${of}`)}</small> <strong>{what}</strong>{" "}
          </>
        )}
        {fault ? <span className="fault">{t(`import.report.faults.${fault}`, { other: other ?? 0 })}</span> : null}
        {(notes ?? []).map((note) => (
          <span key={note}>{t(`import.report.notes.${note}`)} </span>
        ))}
      </span>
    </li>
  );
}

interface FoldProps {
  readonly name: "wrong" | "look" | "new" | "changed" | "same";
  readonly lines: readonly ReportLine[];
}

function Fold({ name, lines }: FoldProps) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <details
      className="fold report-fold"
      open={name === "wrong" || (name === "look" && lines.length < 10) || undefined}
    >
      <summary>
        {t(`import.report.folds.${name}`)} ({lines.length})
      </summary>
      <ul>
        {lines.slice(0, MOST_SHOWN).map((line) => (
          <Line key={`${line.of} ${line.row} ${line.name}`} line={line} />
        ))}
      </ul>
      {lines.length > MOST_SHOWN ? (
        <p className="small-print">{t("import.report.more", { count: lines.length - MOST_SHOWN })}</p>
      ) : null}
    </details>
  );
}

const SUMS = [
  ["areas", "new"],
  ["institutions", "new"],
  ["institutions", "changed"],
  ["institutions", "same"],
  ["groups", "new"],
  ["groups", "changed"],
  ["groups", "same"],
] as const;

function Sums({ lines }: { readonly lines: readonly ReportLine[] }) {
  const { t } = useTranslation();
  const counted = SUMS.map(([of, becomes]) => ({
    of,
    becomes,
    count: lines.filter((line) => line.of === of && line.becomes === becomes).length,
  })).filter(({ count }) => count > 0);
  return (
    <ul className="sums">
      {counted.map(({ of, becomes, count }) => (
        <li key={`${of}-${becomes}`}>
          {of === "areas"
            ? t("import.report.sums.areas.new", { count })
            : t(`import.report.sums.${of}.${becomes}`, { count })}
        </li>
      ))}
    </ul>
  );
}

export function ReportStep({ report, carried, deeds }: ReportStepProps) {
  const { t } = useTranslation();
  const { lines, absent, writes } = report;
  const wrong = lines.filter(({ becomes }) => becomes === "wrong");
  const of = (becomes: ReportLine["becomes"]) => lines.filter((line) => line.becomes === becomes);
  const isNothing = wrong.length === 0 && writes === 0;
  return (
    <section className="card import-step" aria-labelledby="report">
      <h2 id="report" tabIndex={-1}>
        {t("import.report.title")}
      </h2>
      {wrong.length > 0 ? (
        <p className="warning" role="alert">
          {t("import.report.wrong", { count: wrong.length })} {t("import.report.wrongHelp")}
        </p>
      ) : null}
      {isNothing ? <p className="success">{t("import.report.nothing")}</p> : null}
      {wrong.length === 0 ? <Sums lines={lines} /> : null}
      {carried.length > 0 ? (
        <p>
          {t("import.report.carried", {
            count: carried.length,
            rows: `${carried.slice(0, 12).join(", ")}${carried.length > 12 ? " …" : ""}`,
          })}
        </p>
      ) : null}
      {absent.institutions + absent.groups > 0 && wrong.length === 0 ? (
        <p className="small-print">{t("import.report.absent", absent)}</p>
      ) : null}
      <div>
        <Fold name="wrong" lines={wrong} />
        <Fold name="look" lines={lines.filter(({ notes, becomes }) => notes && becomes !== "wrong")} />
        <Fold name="new" lines={of("new")} />
        <Fold name="changed" lines={of("changed")} />
        <Fold name="same" lines={of("same")} />
      </div>
      {writes > 0 ? <p className="small-print">{t("import.report.ready")}</p> : null}
      <p className="deeds">
        {writes > 0 ? (
          <button type="button" className="button" onClick={deeds.apply}>
            {t("import.report.apply")}
          </button>
        ) : null}
        <button type="button" className="button" data-kind="quiet" onClick={deeds.restart}>
          {t("import.other")}
        </button>
      </p>
    </section>
  );
}
