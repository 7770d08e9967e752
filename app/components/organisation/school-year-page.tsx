/** The new school year: what becomes of the groups of each institution, and the one press with which all of it happens. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { NextStep, SchoolYearPage as PageData } from "#server/organisation/contract";
import { urls } from "~/urls";
import type { AdultFrameData } from "../layout/adult-frame";
import { FaultLine } from "./fault-line";
import type { OrganisationFault } from "./organisation-view";

type SchoolYearDone = "begin" | "skip" | "next";

interface SchoolYearProps {
  readonly frame: AdultFrameData;
  readonly page: PageData;
  readonly done?: SchoolYearDone;
  readonly fault?: OrganisationFault;
}

export const yearName = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, "0")}`;

const STEPS = ["up", "ends", "stays"] as const satisfies readonly NextStep[];

function Counts({ counts }: { readonly counts: PageData["counts"] }) {
  const { t } = useTranslation();
  const told = STEPS.filter((step) => counts[step] > 0).map((step) =>
    t(`organisation.year.counts.${step}`, { count: counts[step] }),
  );
  return <span>{told.join(", ")}</span>;
}

function Confirm({ frame, page, fault }: SchoolYearProps) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="confirm">
      <h2 id="confirm">{t("organisation.year.confirm")}</h2>
      <Form method="post" action={`?${new URLSearchParams(frame.lang).toString()}`} className="wide-form">
        <FaultLine fault={fault} />
        <p>{t("organisation.year.confirmHelp")}</p>
        <input type="hidden" name="year" value={page.year} />
        <label className="check">
          <input type="checkbox" name="sure" value="yes" required />
          {t("organisation.year.sure")}
        </label>
        <p className="deeds">
          <button type="submit" className="button" name="do" value="begin">
            {t("organisation.year.begin")}
          </button>
          <button
            type="submit"
            className="button"
            data-kind="quiet"
            name="do"
            value="skip"
            aria-describedby="skip-help"
          >
            {t("organisation.year.skip")}
          </button>
        </p>
        <p className="small-print" id="skip-help">
          {t("organisation.year.skipHelp")}
        </p>
      </Form>
    </section>
  );
}

export function SchoolYearPage(props: SchoolYearProps) {
  const { frame, page, done } = props;
  const { t } = useTranslation();
  return (
    <>
      <div className="head">
        <p className="way-back">
          <a href={urls.institutions() + frame.lang}>{t("organisation.back")}</a>
        </p>
        <h1>{t("organisation.year.title", { year: yearName(page.year) })}</h1>
      </div>
      <p className="lead">{t("organisation.year.about")}</p>
      {done ? (
        <p className="success" role="status">
          {t(`organisation.done.${done}`)}
        </p>
      ) : null}
      {page.hasBegun ? null : <p className="warning">{t("organisation.year.early")}</p>}
      <section className="card area">
        <h2>
          <Counts counts={page.counts} />
        </h2>
        {page.institutions.length === 0 ? <p>{t("organisation.year.nothing")}</p> : null}
        <ul>
          {page.institutions.map(({ id, name, counts }) => (
            <li key={id} className="year-line">
              <strong>{name}</strong>
              <Counts counts={counts} />
              <a href={urls.schoolYear(id) + frame.lang} aria-label={t("organisation.year.lookAt", { name })}>
                {t("organisation.year.look")}
              </a>
            </li>
          ))}
        </ul>
      </section>
      {page.hasBegun ? <Confirm {...props} /> : null}
    </>
  );
}
