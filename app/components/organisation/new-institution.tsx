/** A new institution, typed in. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Area } from "#server/organisation/contract";
import { urls } from "~/urls";
import type { AdultFrameData } from "../layout/adult-frame";
import { FaultLine } from "./fault-line";
import { InstitutionFields } from "./institution-fields";
import type { Unsaved } from "./organisation-view";

interface NewInstitutionProps {
  readonly frame: AdultFrameData;
  readonly areas: readonly Area[];
  readonly areaId?: string;
  readonly newId: string;
  readonly unsaved?: Unsaved;
}

export function NewInstitution({ frame, areas, areaId, newId, unsaved }: NewInstitutionProps) {
  const { t } = useTranslation();
  const typed = unsaved?.typed ?? { fields: areaId === undefined ? {} : { areaId }, kinds: [] };
  return (
    <>
      <div className="head">
        <p className="way-back">
          <a href={urls.institutions() + frame.lang}>{t("organisation.back")}</a>
        </p>
        <h1>{t("organisation.newTitle")}</h1>
      </div>
      <Form
        method="post"
        action={`?${new URLSearchParams(frame.lang).toString()}`}
        className="card wide-form"
        key={newId}
      >
        <FaultLine fault={unsaved?.fault} />
        <input type="hidden" name="id" value={typed.fields["id"] ?? newId} />
        <InstitutionFields areas={areas} typed={typed} fault={unsaved?.fault} />
        <p className="deeds">
          <button type="submit" className="button">
            {t("organisation.fields.create")}
          </button>
        </p>
      </Form>
    </>
  );
}
