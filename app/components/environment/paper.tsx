/** The paper that the law asks for, to be printed: what was found, what it means, what is done, how it is followed up. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dayOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";
import type { PaperView, PaperPart, PlannedAction } from "./paper-view";

export interface PaperProps {
  readonly frame: AdultFrameData;
  readonly view: PaperView;
}

function Head({ frame, view }: PaperProps) {
  const { t } = useTranslation();
  const { kind, institution, round, closedOn, invited, participants } = view;
  const closed = dayOf(closedOn, frame.locale, new Date(frame.now));
  return (
    <header>
      <p className="way-back">
        <a href={view.back}>{t("environment.back")}</a>
      </p>
      <h1>{t(`environment.title.${kind}`)}</h1>
      <p>
        <strong>{institution}</strong> · {round} ·{" "}
        {participants === undefined
          ? t("environment.answeredFew", { invited })
          : t("environment.answered", { participants, invited })}{" "}
        · {t("environment.closed", { closed })}
      </p>
      <p className="warning">{t("environment.check")}</p>
      <p className="small-print">{t(`environment.law.${kind}`)}</p>
    </header>
  );
}

function Part({ part: { part, told }, kind }: { readonly part: PaperPart; readonly kind: PaperView["kind"] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3>{t(`environment.parts.${part}`)}</h3>
      {told.length === 0 ? (
        <p className="untold">{t("environment.untold")}</p>
      ) : (
        [...new Set(told.map(({ form }) => form))].map((form) => (
          <div key={form}>
            <h4>{t(`forms.${form}`)}</h4>
            <ul>
              {told
                .filter((one) => one.form === form)
                .map(({ text, basis }) => (
                  <li key={text}>
                    {text} <small>{basis}</small>
                  </li>
                ))}
            </ul>
          </div>
        ))
      )}
      <p className="to-fill">{t(`environment.own.${kind === "daycare" ? "daycare" : "school"}.${part}`)}</p>
    </section>
  );
}

function Planned({ frame, action }: { readonly frame: AdultFrameData; readonly action: PlannedAction }) {
  const { t } = useTranslation();
  const day = (iso: string) => dayOf(iso, frame.locale, new Date(frame.now));
  const { what, who, due, reason, state, since, isOverdue, effect } = action;
  const standing =
    state === "done"
      ? t("actions.doneOn", { date: day(since) })
      : state === "dropped"
        ? t("actions.droppedOn", { date: day(since), reason })
        : t(isOverdue ? "actions.overdue" : "actions.columns.underway");
  return (
    <tr>
      <th scope="row">{what}</th>
      <td>{who}</td>
      <td>{due ? day(due) : ""}</td>
      <td>
        {standing}
        {effect ? (
          <small>
            {effect.index}: {t("environment.effect", { before: effect.before, after: effect.after })} (
            {effect.certainty})
          </small>
        ) : null}
      </td>
    </tr>
  );
}

function Plan({ frame, view: { plan, actionsAddress } }: PaperProps) {
  const { t } = useTranslation();
  if (plan.length === 0)
    return (
      <p className="untold">
        {t("environment.noPlan")} <a href={actionsAddress}>{t("environment.toActions")}</a>
      </p>
    );
  return (
    <div className="table-frame">
      <table>
        <thead>
          <tr>
            {(["what", "who", "due", "state"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`environment.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.map((action) => (
            <Planned key={action.id} frame={frame} action={action} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Chapter({
  nr,
  title,
  children,
}: {
  readonly nr: number;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="card chapter">
      <h2>
        {nr}. {title}
      </h2>
      {children}
    </section>
  );
}

export function PaperPage({ frame, view }: PaperProps) {
  const { t } = useTranslation();
  const { kind, parts, findings, hidden } = view;
  const heading = kind === "daycare" ? "daycare" : "school";
  return (
    <article className="environment-paper">
      <Head frame={frame} view={view} />
      <Chapter nr={1} title={t(`environment.chapters.${heading}.mapping`)}>
        <p className="small-print">{t("environment.mappingHelp")}</p>
        {parts.map((part) => (
          <Part key={part.part} part={part} kind={kind} />
        ))}
        {hidden.length > 0 ? (
          <p className="untold">
            {t("environment.hidden", { forms: hidden.map((form) => t(`forms.${form}`)).join(", ") })}
          </p>
        ) : null}
      </Chapter>
      <Chapter nr={2} title={t(`environment.chapters.${heading}.assessment`)}>
        <ul>
          {findings.map(({ text, basis }) => (
            <li key={text}>
              {text} <small>{basis}</small>
            </li>
          ))}
        </ul>
        <p className="to-fill">{t("environment.ownAssessment")}</p>
      </Chapter>
      <Chapter nr={3} title={t(`environment.chapters.${heading}.plan`)}>
        <Plan frame={frame} view={view} />
      </Chapter>
      <Chapter nr={4} title={t(`environment.chapters.${heading}.followUp`)}>
        <p>{t("environment.followUp")}</p>
        <p className="to-fill">{t(`environment.ownFollowUp.${heading}`)}</p>
      </Chapter>
    </article>
  );
}
