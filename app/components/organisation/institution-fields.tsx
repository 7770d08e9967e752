/** The fields of an institution, new or known. */
import { useTranslation } from "react-i18next";
import type { Area, Institution } from "#server/organisation/contract";
import { CONTROLLERS, INSTITUTION_KINDS, MOST } from "#server/organisation/contract";
import type { OrganisationFault, Typed } from "./organisation-view";
import { kindWord } from "./organisation-view";

interface InstitutionFieldsProps {
  readonly areas: readonly Area[];
  readonly typed: Typed;
  readonly fault?: OrganisationFault;
}

export const typedOf = (institution: Institution): Typed => ({
  fields: Object.fromEntries(
    Object.entries(institution).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  ),
  kinds: institution.kinds,
});

interface TextProps extends Pick<InstitutionFieldsProps, "typed" | "fault"> {
  readonly name: "name" | "number" | "pNumber" | "ownCode" | "controllerName";
  readonly hasHelp?: boolean;
  readonly most: number;
}

function Text({ name, typed, fault, hasHelp = false, most }: TextProps) {
  const { t } = useTranslation();
  const help = name === "number" || name === "pNumber" || name === "ownCode" ? name : undefined;
  return (
    <div className="field">
      <label htmlFor={name}>{t(`organisation.fields.${name}`)}</label>
      <input
        id={name}
        name={name}
        maxLength={most}
        defaultValue={typed.fields[name] ?? ""}
        autoComplete="off"
        required={name === "name"}
        inputMode={name === "number" || name === "pNumber" ? "numeric" : undefined}
        aria-describedby={hasHelp ? `${name}-help` : undefined}
        aria-invalid={fault === name || undefined}
      />
      {hasHelp && help ? <small id={`${name}-help`}>{t(`organisation.fields.${help}Help`)}</small> : null}
    </div>
  );
}

function Kinds({ typed }: Pick<InstitutionFieldsProps, "typed">) {
  const { t } = useTranslation();
  return (
    <fieldset className="kinds" aria-describedby="kinds-help">
      <legend>{t("organisation.fields.kinds")}</legend>
      <small id="kinds-help">{t("organisation.fields.kindsHelp")}</small>
      <div className="ticks">
        {INSTITUTION_KINDS.map((kind) => (
          <label key={kind} className="check">
            <input type="checkbox" name="kinds" value={kind} defaultChecked={typed.kinds.includes(kind)} />
            {t(`organisation.kinds.${kindWord(kind)}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function InstitutionFields({ areas, typed, fault }: InstitutionFieldsProps) {
  const { t } = useTranslation();
  const { fields } = typed;
  return (
    <>
      <Text name="name" typed={typed} fault={fault} most={MOST.name} />
      <div className="two-fields">
        <div className="field">
          <label htmlFor="areaId">{t("organisation.fields.area")}</label>
          <select
            id="areaId"
            name="areaId"
            defaultValue={fields["areaId"] ?? areas[0]?.id}
            aria-invalid={fault === "areaId" || undefined}
          >
            {areas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Text name="number" typed={typed} fault={fault} hasHelp most={12} />
      </div>
      <Kinds typed={typed} />
      <div className="two-fields">
        <Text name="pNumber" typed={typed} fault={fault} hasHelp most={16} />
        <Text name="ownCode" typed={typed} fault={fault} hasHelp most={MOST.code} />
        <div className="field">
          <label htmlFor="controller">{t("organisation.fields.controller")}</label>
          <select id="controller" name="controller" defaultValue={fields["controller"] ?? ""}>
            <option value="">{t("organisation.fields.unknown")}</option>
            {CONTROLLERS.map((one) => (
              <option key={one} value={one}>
                {t(`organisation.controllers.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <Text name="controllerName" typed={typed} fault={fault} most={MOST.controllerName} />
      </div>
    </>
  );
}
