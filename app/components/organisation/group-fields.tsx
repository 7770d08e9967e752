/** The fields of a group: name, form, and how many children. Never who they are. */
import { useTranslation } from "react-i18next";
import type { FormName } from "#surveys/paper/form";
import { MOST } from "#server/organisation/contract";
import type { OrganisationFault } from "./organisation-view";
import { formsFor } from "./organisation-view";

interface GroupFieldsProps {
  /** Of the form: fields of several stand on one page. */
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly own?: FormName;
  readonly fault?: OrganisationFault;
}

function Ticks({ fields }: Pick<GroupFieldsProps, "fields">) {
  const { t } = useTranslation();
  return (
    <div className="ticks">
      <label className="check">
        <input type="checkbox" name="isSpecialClass" value="yes" defaultChecked={fields["isSpecialClass"] === "yes"} />
        {t("organisation.groups.special")}
      </label>
      <label className="check">
        <input type="checkbox" name="isLeaving" value="yes" defaultChecked={fields["isLeaving"] === "yes"} />
        {t("organisation.groups.leaving")}
      </label>
    </div>
  );
}

export function GroupFields({ id, fields, own, fault }: GroupFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="group-fields">
        <div className="field">
          <label htmlFor={`name-${id}`}>{t("organisation.groups.name")}</label>
          <input
            id={`name-${id}`}
            name="name"
            required
            maxLength={MOST.name}
            defaultValue={fields["name"] ?? ""}
            autoComplete="off"
            aria-invalid={fault === "name" || undefined}
          />
        </div>
        <div className="field">
          <label htmlFor={`band-${id}`}>{t("organisation.groups.band")}</label>
          <select
            id={`band-${id}`}
            name="band"
            defaultValue={fields["band"] ?? "6-9"}
            aria-describedby={`band-help-${id}`}
            aria-invalid={fault === "band" || undefined}
          >
            {formsFor(own).map((form) => (
              <option key={form} value={form}>
                {t(`forms.${form}`)}
              </option>
            ))}
          </select>
          <small id={`band-help-${id}`}>{t("organisation.groups.bandHelp")}</small>
        </div>
        <div className="field">
          <label htmlFor={`childCount-${id}`}>{t("organisation.groups.children")}</label>
          <input
            id={`childCount-${id}`}
            name="childCount"
            type="number"
            min={1}
            max={MOST.children}
            required
            defaultValue={fields["childCount"] ?? ""}
            aria-describedby={`childCount-help-${id}`}
            aria-invalid={fault === "childCount" || undefined}
          />
          <small id={`childCount-help-${id}`}>{t("organisation.groups.childrenHelp")}</small>
        </div>
      </div>
      <Ticks fields={fields} />
    </>
  );
}
