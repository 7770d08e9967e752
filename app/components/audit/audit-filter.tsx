/** What of the audit is shown: by whom, what, where and when. A plain form. */
import { useTranslation } from "react-i18next";
import type { AuditFilter as Filter, AuditPage } from "#server/audit/contract";
import type { AdultFrameData } from "../layout/adult-frame";

interface Option {
  readonly id: string;
  readonly name: string;
}

export interface AuditFilterProps {
  readonly frame: AdultFrameData;
  readonly page: AuditPage;
  readonly filter: Filter;
  readonly places: readonly Option[];
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly chosen?: string;
  readonly options: readonly Option[];
}

function Select({ name, label, all, chosen = "", options }: SelectProps) {
  return (
    <div className="field">
      <label htmlFor={`audit-${name}`}>{label}</label>
      <select id={`audit-${name}`} name={name} defaultValue={chosen} key={chosen}>
        <option value="">{all}</option>
        {options.map(({ id, name: text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

export function AuditFilter({ frame, page, filter, places }: AuditFilterProps) {
  const { t } = useTranslation();
  const nouns = page.nouns.map((id) => ({ id, name: t(`audit.nouns.${id}`) }));
  const { user, verb, institution } = filter;
  return (
    <form className="card audit-filter" method="get">
      {frame.lang ? <input type="hidden" name="lang" value={frame.locale} /> : null}
      <Select name="user" label={t("audit.who")} all={t("audit.everybody")} chosen={user} options={page.people} />
      <Select name="verb" label={t("audit.what")} all={t("audit.everything")} chosen={verb} options={nouns} />
      <Select
        name="institution"
        label={t("audit.where")}
        all={t("audit.everywhere")}
        chosen={institution}
        options={places}
      />
      {(["from", "to"] as const).map((name) => (
        <div className="field" key={name}>
          <label htmlFor={`audit-${name}`}>{t(`audit.${name}`)}</label>
          <input id={`audit-${name}`} type="date" name={name} defaultValue={filter[name]} key={filter[name]} />
        </div>
      ))}
      <button type="submit" className="button">
        {t("audit.show")}
      </button>
    </form>
  );
}
