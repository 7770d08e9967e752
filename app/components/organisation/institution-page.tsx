/** One institution: what it is, its groups with form and number of children, and how it ends. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { InstitutionPage as PageData } from "#server/organisation/contract";
import { dayOf } from "~/i18n/dates";
import { urls } from "~/urls";
import type { AdultFrameData } from "../layout/adult-frame";
import { ClosingForms } from "./closing-forms";
import { FaultLine } from "./fault-line";
import { GroupList } from "./group-list";
import { InstitutionFields, typedOf } from "./institution-fields";
import type { InstitutionDeed, Unsaved } from "./organisation-view";
import { kindWord } from "./organisation-view";

export interface InstitutionPageProps {
  readonly frame: AdultFrameData;
  readonly page: PageData;
  readonly newId: string;
  readonly done?: InstitutionDeed | "create";
  readonly unsaved?: Unsaved;
}

function Head({ frame, page }: Pick<InstitutionPageProps, "frame" | "page">) {
  const { t } = useTranslation();
  const { institution, areas, mergedInto } = page;
  const { kinds, number, areaId, closedOn } = institution;
  const about = [
    areas.find(({ id }) => id === areaId)?.name,
    ...kinds.map((kind) => t(`organisation.kinds.${kindWord(kind)}`)),
    number === undefined ? undefined : t("organisation.number", { number }),
  ].filter((part) => part !== undefined);
  return (
    <div className="head">
      <p className="way-back">
        <a href={urls.institutions() + frame.lang}>{t("organisation.back")}</a>
      </p>
      <h1>{institution.name}</h1>
      <p className="small-print">{about.join(" · ")}</p>
      {closedOn === undefined ? null : (
        <p className="warning">
          {t("organisation.closedOn", { date: dayOf(closedOn, frame.locale, new Date(frame.now)) })}
          {mergedInto ? (
            <>
              {" · "}
              <a href={urls.institution(mergedInto.id) + frame.lang}>
                {t("organisation.mergedInto", { name: mergedInto.name })}
              </a>
            </>
          ) : null}
        </p>
      )}
    </div>
  );
}

function Details({ frame, page, unsaved }: InstitutionPageProps) {
  const { t } = useTranslation();
  const own = unsaved?.deed === "change" ? unsaved : undefined;
  const { institution, areas } = page;
  const typed = own && own.fault !== "changed" ? own.typed : typedOf(institution);
  return (
    <details className="card fold" open={own !== undefined || undefined}>
      <summary>{t("organisation.fields.change")}</summary>
      <FaultLine fault={own?.fault} />
      <Form method="post" action={`?${new URLSearchParams(frame.lang).toString()}`} key={institution.version}>
        <input type="hidden" name="version" value={institution.version} />
        <InstitutionFields areas={areas} typed={typed} fault={own?.fault} />
        <p className="deeds">
          <button type="submit" className="button" name="do" value="change">
            {t("organisation.fields.save")}
          </button>
        </p>
      </Form>
    </details>
  );
}

export function InstitutionPage(props: InstitutionPageProps) {
  const { frame, page, newId, done, unsaved } = props;
  const { t } = useTranslation();
  const isClosed = page.institution.closedOn !== undefined;
  return (
    <>
      <Head frame={frame} page={page} />
      {done ? (
        <p className="success" role="status">
          {t(`organisation.done.${done}`)}
        </p>
      ) : null}
      <GroupList frame={frame} groups={page.groups} isClosed={isClosed} newId={newId} unsaved={unsaved} />
      <Details {...props} />
      {isClosed ? null : <ClosingForms frame={frame} page={page} unsaved={unsaved} />}
    </>
  );
}
