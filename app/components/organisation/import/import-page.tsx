/** The import: a file is chosen, its columns are matched, the proposal is looked at, and it is done. All of it in the browser. */
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { urls } from "~/urls";
import type { AdultFrameData } from "../../layout/adult-frame";
import { ColumnsStep } from "./columns-step";
import type { Doing, ImportFailure } from "./import-client";
import { ReportStep } from "./report-step";
import type { FileRefusal, ImportDeeds } from "./use-import";
import { useImport } from "./use-import";

const EXAMPLE = [
  ["Område", "Institution", "Institutionsnummer", "Type", "Klasse", "Antal børn"],
  ["Nord", "Egeskolen", "101001", "Skole, SFO", "3. A", "22"],
  ["Nord", "Egeskolen", "101001", "Skole, SFO", "3. B", "21"],
  ["Syd", "Børnehuset Birken", "101042", "Dagtilbud", "Rød stue", "18"],
];

function Example() {
  const { t } = useTranslation();
  const [head = [], ...rows] = EXAMPLE;
  return (
    <div className="table-frame">
      <table className="example">
        <caption>{t("import.example")}</caption>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join()}>
              {row.map((cell) => (
                <td key={cell}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Refusal({ refusal }: { readonly refusal?: FileRefusal }) {
  const { t } = useTranslation();
  if (!refusal) return null;
  return (
    <p className="warning" role="alert">
      {t(`import.files.${refusal.fault}`, { line: refusal.line ?? 0 })}
    </p>
  );
}

function Failure({ failure, deeds }: { readonly failure?: ImportFailure; readonly deeds: ImportDeeds }) {
  const { t } = useTranslation();
  if (!failure) return null;
  const isOver = failure === "changed" || failure === "lost";
  return (
    <div className="warning import-failure" role="alert">
      <p>{t(`import.failures.${failure}`)}</p>
      {isOver ? (
        <button type="button" className="button" data-kind="quiet" onClick={deeds.plan}>
          {t("import.replan")}
        </button>
      ) : null}
    </div>
  );
}

interface ChooseProps {
  readonly deeds: ImportDeeds;
  readonly isAwake: boolean;
}

function Choose({ deeds, isAwake }: ChooseProps) {
  const { t } = useTranslation();
  return (
    <section className="card import-step">
      <div className="field">
        <label htmlFor="file">{t("import.choose")}</label>
        <input
          id="file"
          type="file"
          accept=".xlsx,.csv,.txt,.tsv"
          disabled={!isAwake}
          aria-describedby="file-help"
          onChange={(event) => {
            const [file] = Array.from(event.target.files ?? []);
            if (file) deeds.choose(file);
          }}
        />
        <small id="file-help">{t("import.chooseHelp")}</small>
      </div>
      <Example />
      {isAwake ? null : <p className="small-print">{t("import.noScript")}</p>}
    </section>
  );
}

/** One bar for each thing that is done, and beside it in words which. */
function Progress({ doing }: { readonly doing: Doing }) {
  const { t } = useTranslation();
  const { stage, done, of } = doing;
  const told = of === undefined || of <= 1 || done === undefined ? "" : t("import.steps.progress", { done, of });
  return (
    <section className="card import-step import-doing">
      <p role="status" id="doing">
        <strong>{t(`import.steps.${stage}`)}</strong>
      </p>
      <progress aria-labelledby="doing" max={of ?? 1} {...(of === undefined ? {} : { value: done ?? 0 })} />
      <p className="small-print">{told || "\u00a0"}</p>
      {stage === "read" ? null : (
        <p className="small-print">{t(stage === "fold" ? "import.steps.counts" : "import.steps.stay")}</p>
      )}
    </section>
  );
}

/** Whether scripts run does not change again. */
const never = () => () => undefined;

export function ImportPage({ frame }: { readonly frame: AdultFrameData }) {
  const { t } = useTranslation();
  const [state, deeds] = useImport();
  const isAwake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const place = useRef<HTMLDivElement>(null);
  const { at } = state;
  // Who reads with the keyboard or a screen reader goes on where the next step begins.
  useEffect(() => {
    if (at !== "choose") place.current?.querySelector<HTMLElement>("[tabindex='-1']")?.focus();
  }, [at]);
  return (
    <>
      <div className="head">
        <p className="way-back">
          <a href={urls.institutions() + frame.lang}>{t("organisation.back")}</a>
        </p>
        <h1>{t("import.title")}</h1>
      </div>
      <p className="lead">{t("import.about")}</p>
      <div className="import" ref={place}>
        <Refusal refusal={"refusal" in state ? state.refusal : undefined} />
        <Failure failure={"failure" in state ? state.failure : undefined} deeds={deeds} />
        {at === "choose" ? <Choose deeds={deeds} isAwake={isAwake} /> : null}
        {at === "columns" ? <ColumnsStep file={state.file} deeds={deeds} /> : null}
        {at === "doing" ? <Progress doing={state.doing} /> : null}
        {at === "report" ? <ReportStep report={state.report} carried={state.carried} deeds={deeds} /> : null}
        {at === "done" ? (
          <section className="card import-step">
            <h2 tabIndex={-1}>{t("import.done")}</h2>
            <p>{t("import.doneHelp")}</p>
            <p className="deeds">
              <a className="button" href={urls.institutions() + frame.lang}>
                {t("import.toInstitutions")}
              </a>
            </p>
          </section>
        ) : null}
      </div>
    </>
  );
}
