/** Areas and their institutions, alphabetically and searchable, with the ways to add more. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AreaLine, InstitutionLine, InstitutionsPage as PageData } from "#server/organisation/contract";
import { MOST } from "#server/organisation/contract";
import { dayOf } from "~/i18n/dates";
import { urls } from "~/urls";
import type { AdultFrameData } from "../layout/adult-frame";
import { FaultLine } from "./fault-line";
import type { Unsaved } from "./organisation-view";
import { kindWord } from "./organisation-view";

type InstitutionsDone = "area" | "drop" | "import";

export interface InstitutionsPageProps {
  readonly frame: AdultFrameData;
  readonly page: PageData;
  /** What was searched for. */
  readonly asked: string;
  readonly newId: string;
  readonly done?: InstitutionsDone;
  readonly unsaved?: Unsaved;
}

type Frame = Pick<InstitutionsPageProps, "frame">;

function Line({ frame, line }: Frame & { readonly line: InstitutionLine }) {
  const { t } = useTranslation();
  const { id, name, kinds, number, closedOn, mergedInto } = line;
  const ended = mergedInto === undefined ? undefined : t("organisation.mergedInto", { name: mergedInto });
  return (
    <li data-closed={closedOn !== undefined || undefined}>
      <a href={urls.institution(id) + frame.lang}>{name}</a>
      <span>{kinds.map((kind) => t(`organisation.kinds.${kindWord(kind)}`)).join(", ")}</span>
      <span>{number === undefined ? "" : t("organisation.number", { number })}</span>
      {closedOn === undefined ? null : (
        <span className="chip" data-kind="closed">
          {ended ?? t("organisation.closedOn", { date: dayOf(closedOn, frame.locale, new Date(frame.now)) })}
        </span>
      )}
    </li>
  );
}

function Area({ frame, area }: Frame & { readonly area: AreaLine }) {
  const { t } = useTranslation();
  return (
    <section className="card area" aria-labelledby={`area-${area.id}`}>
      <h2 id={`area-${area.id}`}>{area.name}</h2>
      {area.institutions.length === 0 ? (
        <p className="small-print">{t("organisation.noneInArea")}</p>
      ) : (
        <ul>
          {area.institutions.map((line) => (
            <Line key={line.id} frame={frame} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NewArea({
  frame,
  newId,
  unsaved,
  isOpen,
}: Pick<InstitutionsPageProps, "frame" | "newId" | "unsaved"> & { readonly isOpen: boolean }) {
  const { t } = useTranslation();
  return (
    <details className="card fold" open={unsaved !== undefined || isOpen || undefined}>
      <summary>{t("organisation.newArea")}</summary>
      <FaultLine fault={unsaved?.fault} />
      <Form method="post" action={`?${new URLSearchParams(frame.lang).toString()}`} key={newId}>
        <input type="hidden" name="id" value={newId} />
        <div className="field">
          <label htmlFor="area-name">{t("organisation.areaName")}</label>
          <input id="area-name" name="name" required maxLength={MOST.name} autoComplete="off" />
        </div>
        <button type="submit" className="button" name="do" value="area">
          {t("organisation.saveArea")}
        </button>
      </Form>
    </details>
  );
}

function PreparingNotice({ frame, page }: Pick<InstitutionsPageProps, "frame" | "page">) {
  const { t } = useTranslation();
  if (!page.preparing) return null;
  const { id, by, isLeft } = page.preparing;
  return (
    <Form method="post" action={`?${new URLSearchParams(frame.lang).toString()}`} className="warning preparing">
      <p>{t(isLeft ? "organisation.preparingLeft" : "organisation.preparing", { by })}</p>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className="button" data-kind="quiet" name="do" value="drop">
        {t("organisation.drop")}
      </button>
    </Form>
  );
}

function Search({ frame, page, asked }: Pick<InstitutionsPageProps, "frame" | "page" | "asked">) {
  const { t } = useTranslation();
  const lang = new URLSearchParams(frame.lang).get("lang");
  return (
    <form method="get" className="search">
      {lang === null ? null : <input type="hidden" name="lang" value={lang} />}
      <div className="field">
        <label htmlFor="q">{t("organisation.search")}</label>
        <input id="q" name="q" type="search" defaultValue={asked} maxLength={MOST.name} />
      </div>
      <button type="submit" className="button" data-kind="quiet">
        {t("organisation.find")}
      </button>
      {page.isFiltered ? <a href={urls.institutions() + frame.lang}>{t("organisation.all")}</a> : null}
    </form>
  );
}

export function InstitutionsPage({ frame, page, asked, newId, done, unsaved }: InstitutionsPageProps) {
  const { t } = useTranslation();
  const isEmpty = page.count + page.closedCount === 0;
  const found = page.areas.reduce((sum, { institutions }) => sum + institutions.length, 0);
  return (
    <>
      <h1>{t("organisation.title")}</h1>
      <p className="lead">{t("organisation.about")}</p>
      {done ? (
        <p className="success" role="status">
          {t(`organisation.done.${done}`)}
        </p>
      ) : null}
      <PreparingNotice frame={frame} page={page} />
      {isEmpty ? (
        <div className="card nothing-yet">
          <p>
            <strong>{t("organisation.empty")}</strong>
          </p>
          <p>{t("organisation.emptyHelp")}</p>
        </div>
      ) : (
        <Search frame={frame} page={page} asked={asked} />
      )}
      <p className="deeds">
        <a className="button" data-kind={isEmpty ? undefined : "quiet"} href={urls.importInstitutions() + frame.lang}>
          {t("organisation.import")}
        </a>
        {page.areas.length > 0 || page.isFiltered ? (
          <a className="button" data-kind="quiet" href={urls.newInstitution() + frame.lang}>
            {t("organisation.add")}
          </a>
        ) : null}
        {isEmpty ? null : (
          <a className="button" data-kind="quiet" href={urls.schoolYear() + frame.lang}>
            {t("organisation.schoolYear")}
          </a>
        )}
      </p>
      {isEmpty ? null : (
        <p className="small-print">
          {t("organisation.count", { count: page.count })}
          {page.closedCount > 0 ? ` ${t("organisation.closedCount", { count: page.closedCount })}` : ""}
        </p>
      )}
      {page.isFiltered && found === 0 ? <p className="card">{t("organisation.nothingFound")}</p> : null}
      {page.areas.map((area) => (
        <Area key={area.id} frame={frame} area={area} />
      ))}
      <NewArea frame={frame} newId={newId} unsaved={unsaved} isOpen={isEmpty && page.areas.length === 0} />
    </>
  );
}
