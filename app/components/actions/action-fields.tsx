/** The fields of an action: what, who, when, and folded the three perspectives of those who work with the SP-model. */
import { useTranslation } from "react-i18next";
import type { ActionFields } from "#server/actions/contract";
import { MOST, PERSPECTIVES } from "#server/actions/contract";
import type { ActionFault } from "./actions-view";

interface FieldsProps {
  /** Of the form: fields of several stand on one page. */
  readonly id: string;
  readonly typed: ActionFields;
  readonly fault?: ActionFault;
  /** Whether a reason for saying no may be wanted. */
  readonly hasReason: boolean;
}

interface TextProps extends Pick<FieldsProps, "id" | "fault"> {
  readonly name: "what" | "reason";
  readonly value: string;
}

function LongText({ id, name, value, fault }: TextProps) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label htmlFor={`${name}-${id}`}>{t(`actions.${name}`)}</label>
      <textarea
        id={`${name}-${id}`}
        name={name}
        rows={2}
        maxLength={MOST[name]}
        defaultValue={value}
        aria-describedby={`${name}-help-${id}`}
        aria-invalid={fault === name || undefined}
      />
      <small id={`${name}-help-${id}`}>{t(`actions.${name}Help`)}</small>
    </div>
  );
}

function Perspectives({ id, typed }: Pick<FieldsProps, "id" | "typed">) {
  const { t } = useTranslation();
  return (
    <details className="perspectives" open={PERSPECTIVES.some((one) => typed[one] !== "") || undefined}>
      <summary>{t("actions.perspectives")}</summary>
      <p className="small-print">{t("actions.perspectivesHelp")}</p>
      {PERSPECTIVES.map((one) => (
        <div key={one} className="field">
          <label htmlFor={`${one}-${id}`}>{t(`actions.${one}`)}</label>
          <textarea id={`${one}-${id}`} name={one} rows={2} maxLength={MOST.perspective} defaultValue={typed[one]} />
        </div>
      ))}
    </details>
  );
}

export function Fields({ id, typed, fault, hasReason }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {fault ? (
        <p className="warning" role="alert">
          {t("actions.errors.title")} {t(`actions.errors.${fault}`)}
        </p>
      ) : null}
      <LongText id={id} name="what" value={typed.what} fault={fault} />
      <div className="two-fields">
        <div className="field">
          <label htmlFor={`who-${id}`}>{t("actions.who")}</label>
          <input
            id={`who-${id}`}
            name="who"
            maxLength={MOST.who}
            defaultValue={typed.who}
            autoComplete="off"
            aria-describedby={`who-help-${id}`}
            aria-invalid={fault === "who" || undefined}
          />
          <small id={`who-help-${id}`}>{t("actions.whoHelp")}</small>
        </div>
        <div className="field">
          <label htmlFor={`due-${id}`}>{t("actions.due")}</label>
          <input
            id={`due-${id}`}
            name="due"
            type="date"
            defaultValue={typed.due}
            aria-invalid={fault === "due" || undefined}
          />
        </div>
      </div>
      {hasReason ? <LongText id={id} name="reason" value={typed.reason} fault={fault} /> : null}
      <Perspectives id={id} typed={typed} />
    </>
  );
}
