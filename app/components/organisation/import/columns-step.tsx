/** What stands in each column of the file, and what it is; columns of persons by their heading alone. */
import { useTranslation } from "react-i18next";
import type { ImportColumn } from "#server/organisation/contract";
import { IMPORT_COLUMNS } from "#server/organisation/contract";
import type { FileColumn } from "./match-columns";
import type { ImportDeeds, MatchedFile } from "./use-import";
import { saysWhichPlace } from "./use-import";

interface ColumnsStepProps {
  readonly file: MatchedFile;
  readonly deeds: ImportDeeds;
}

function Column({ column, file, deeds }: ColumnsStepProps & { readonly column: FileColumn }) {
  const { t } = useTranslation();
  const { at, heading, samples, suspicion } = column;
  const name = heading === "" ? t("import.columns.unnamed", { number: at + 1 }) : heading;
  const chosen = IMPORT_COLUMNS.find((one) => file.matching[one] === at);
  return (
    <tr data-refused={suspicion !== undefined || undefined}>
      <th scope="row">{name}</th>
      <td className="samples">{suspicion ? "" : samples.join(" · ")}</td>
      <td>
        {suspicion ? (
          <strong className="refused">{t(`import.columns.suspicions.${suspicion}`)}</strong>
        ) : (
          <select
            aria-label={`${t("import.columns.means")}: ${name}`}
            value={chosen ?? "none"}
            // Its values are columns, or none.
            onChange={(event) => deeds.match(at, event.target.value as ImportColumn | "none")}
          >
            <option value="none">{t("import.columns.none")}</option>
            {IMPORT_COLUMNS.map((one) => (
              <option key={one} value={one}>
                {t(`import.columns.fields.${one}`)}
              </option>
            ))}
          </select>
        )}
      </td>
    </tr>
  );
}

export function ColumnsStep({ file, deeds }: ColumnsStepProps) {
  const { t } = useTranslation();
  const { table, name, isCounting, matching } = file;
  const isReady = saysWhichPlace(file);
  return (
    <section className="card import-step" aria-labelledby="columns">
      <h2 id="columns" tabIndex={-1}>
        {t("import.columns.title")}
      </h2>
      <p className="small-print">
        {t("import.columns.about", { name, count: table.rows.length - table.headAt - 1 })}{" "}
        {table.hasMoreSheets ? t("import.columns.moreSheets") : ""}
      </p>
      <div className="table-frame">
        <table className="match">
          <thead>
            <tr>
              <th scope="col">{t("import.columns.heading")}</th>
              <th scope="col">{t("import.columns.samples")}</th>
              <th scope="col">{t("import.columns.means")}</th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map((column) => (
              <Column key={column.at} column={column} file={file} deeds={deeds} />
            ))}
          </tbody>
        </table>
      </div>
      {matching.group === undefined || matching.childCount !== undefined ? null : (
        <div>
          <label className="check">
            <input type="checkbox" checked={isCounting} onChange={(event) => deeds.count(event.target.checked)} />
            {t("import.columns.count")}
          </label>
          <p className="small-print">{t("import.columns.countHelp")}</p>
        </div>
      )}
      {isReady ? null : <p className="warning">{t("import.columns.missingPlace")}</p>}
      <p className="deeds">
        <button type="button" className="button" disabled={!isReady} onClick={deeds.plan}>
          {t("import.columns.plan")}
        </button>
        <button type="button" className="button" data-kind="quiet" onClick={deeds.restart}>
          {t("import.other")}
        </button>
      </p>
      <p className="small-print">{t("import.columns.remembered")}</p>
    </section>
  );
}
