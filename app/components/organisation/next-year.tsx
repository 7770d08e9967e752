/** What an institution's groups are called and asked with in the next school year, and which of them end; all in one form. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { NextYearPage } from "#server/organisation/contract";
import { MOST } from "#server/organisation/contract";
import { urls } from "~/urls";
import type { AdultFrameData } from "../layout/adult-frame";
import { FaultLine } from "./fault-line";
import type { OrganisationFault } from "./organisation-view";
import { formsFor } from "./organisation-view";
import { yearName } from "./school-year-page";

interface NextYearProps {
  readonly frame: AdultFrameData;
  readonly page: NextYearPage;
  readonly fault?: OrganisationFault;
}

function GroupRow({ group }: { readonly group: NextYearPage["groups"][number] }) {
  const { t } = useTranslation();
  const { id, version, name, band, becomes, nextName, nextBand } = group;
  const label = (field: string) => t("organisation.year.of", { field, name });
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{t(`forms.${band}`)}</small>
        <input type="hidden" name="group" value={id} />
        <input type="hidden" name="version" value={version} />
      </th>
      <td>
        <input
          name="name"
          required
          maxLength={MOST.name}
          defaultValue={nextName}
          autoComplete="off"
          aria-label={label(t("organisation.year.nextName"))}
        />
      </td>
      <td>
        <select name="band" defaultValue={nextBand} aria-label={label(t("organisation.groups.band"))}>
          {formsFor(band).map((form) => (
            <option key={form} value={form}>
              {t(`forms.${form}`)}
            </option>
          ))}
        </select>
      </td>
      <td data-label={t("organisation.year.ends")}>
        <input
          type="checkbox"
          name="ends"
          value={id}
          defaultChecked={becomes === "ends"}
          aria-label={label(t("organisation.year.ends"))}
        />
      </td>
    </tr>
  );
}

export function NextYear({ frame, page, fault }: NextYearProps) {
  const { t } = useTranslation();
  const { institution, groups, year } = page;
  return (
    <>
      <div className="head">
        <p className="way-back">
          <a href={urls.schoolYear() + frame.lang}>{t("organisation.year.back")}</a>
        </p>
        <h1>{t("organisation.year.nextTitle", { name: institution.name, year: yearName(year) })}</h1>
      </div>
      {groups.length === 0 ? <p className="card">{t("organisation.year.none")}</p> : null}
      {groups.length > 0 ? (
        <Form method="post" action={`?${new URLSearchParams(frame.lang).toString()}`} className="card wide-form">
          <FaultLine fault={fault} />
          <div className="table-frame next-year">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t("organisation.year.now")}</th>
                  <th scope="col">{t("organisation.year.nextName")}</th>
                  <th scope="col">{t("organisation.groups.band")}</th>
                  <th scope="col">{t("organisation.year.ends")}</th>
                </tr>
              </thead>
              <tbody>
                {groups.map((group) => (
                  <GroupRow key={`${group.id}-${group.version}`} group={group} />
                ))}
              </tbody>
            </table>
          </div>
          <button type="submit" className="button">
            {t("organisation.year.save")}
          </button>
        </Form>
      ) : null}
    </>
  );
}
