/** The fields of a person: name, mail, role, and what the role reaches. The same for inviting and for changing. */
import { useTranslation } from "react-i18next";
import type { ListedPerson, Reachable, Role } from "#server/accounts/contract";

/** A helper's groups are given where its institution is kept. */
const ROLES_OFFERED: readonly Role[] = ["leader", "area-head", "analyst", "editor", "administrator"];

interface PersonFieldsProps {
  readonly id: string;
  readonly reachable: Reachable;
  readonly person?: Partial<ListedPerson>;
}

interface SeveralProps {
  readonly id: string;
  readonly name: "institutionIds" | "areaIds";
  readonly label: string;
  readonly help: string;
  readonly options: Reachable["areas"];
  readonly chosen: readonly string[];
}

function Several({ id, name, label, help, options, chosen }: SeveralProps) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        multiple
        size={Math.min(8, Math.max(3, options.length))}
        defaultValue={[...chosen]}
        aria-describedby={`${id}-help`}
      >
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <p className="field-help" id={`${id}-help`}>
        {help} {t("people.several")}
      </p>
    </div>
  );
}

export function PersonFields({ id, reachable, person = {} }: PersonFieldsProps) {
  const { t } = useTranslation();
  const { displayName, email, role, institutionIds = [], areaIds = [] } = person;
  const roles = role === "helper" ? ([...ROLES_OFFERED, "helper"] as const) : ROLES_OFFERED;
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-name`}>{t("people.name")}</label>
        <input id={`${id}-name`} name="displayName" required maxLength={80} defaultValue={displayName} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-email`}>{t("people.email")}</label>
        <input
          id={`${id}-email`}
          name="email"
          type="email"
          maxLength={254}
          defaultValue={email}
          aria-describedby={`${id}-email-help`}
        />
        <p className="field-help" id={`${id}-email-help`}>
          {t("people.emailHelp")}
        </p>
      </div>
      <fieldset className="person-roles">
        <legend>{t("people.role")}</legend>
        {roles.map((one) => (
          <label key={one}>
            <input type="radio" name="role" value={one} defaultChecked={one === (role ?? "leader")} />
            {t(`people.roles.${one}`)}
          </label>
        ))}
      </fieldset>
      <Several
        id={`${id}-institutions`}
        name="institutionIds"
        label={t("people.institutions")}
        help={t("people.institutionsHelp")}
        options={reachable.institutions}
        chosen={institutionIds}
      />
      <Several
        id={`${id}-areas`}
        name="areaIds"
        label={t("people.areas")}
        help={t("people.areasHelp")}
        options={reachable.areas}
        chosen={areaIds}
      />
    </>
  );
}
