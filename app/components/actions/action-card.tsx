/** One action: what it is about, who thought of it, how far it is, what came of it, and folded how it is changed. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Action, ActionFields, ActionState } from "#server/actions/contract";
import { NEXT_STATES } from "#server/actions/contract";
import { dayOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";
import { Fields } from "./action-fields";
import type { ActionView, EffectView, Unsaved } from "./actions-view";

interface CardProps {
  readonly frame: AdultFrameData;
  readonly shown: ActionView;
  readonly mayWrite: boolean;
  /** Of this card. */
  readonly unsaved?: Unsaved;
}

function useDay({ locale, now }: Pick<AdultFrameData, "locale" | "now">) {
  return (day: string) => dayOf(day, locale, new Date(now));
}

/** "Medbestemmelse · 6-9 år · Forår 2026" */
export function useAbout() {
  const { t } = useTranslation();
  return ({ form, index }: NonNullable<Action["about"]>, round?: string) =>
    [...(index ? [t(`indices.${index}`)] : []), ...(form ? [t(`forms.${form}`)] : []), ...(round ? [round] : [])].join(
      " · ",
    );
}

function Origin({ frame, action: { origin, createdOn } }: { readonly frame: AdultFrameData; readonly action: Action }) {
  const { t } = useTranslation();
  const date = useDay(frame)(createdOn);
  if (origin.kind === "leader") return <>{t("actions.fromLeader", { date })}</>;
  const who =
    origin.group.length > 0
      ? origin.group.join(t("board.and"))
      : t("actions.everybody", { form: t(`forms.${origin.form}`) });
  return <>{t("actions.fromClass", { date, who })}</>;
}

function Standing({ frame, shown: { action } }: Pick<CardProps, "frame" | "shown">) {
  const { t } = useTranslation();
  const day = useDay(frame);
  const { state, who, due, since, reason, isOverdue } = action;
  if (state === "done") return <p>{t("actions.doneOn", { date: day(since) })}</p>;
  if (state === "dropped") return <p>{t("actions.droppedOn", { date: day(since), reason })}</p>;
  if (state === "proposed") return null;
  return (
    <p>
      {t("actions.by", { who, date: due ? day(due) : "" })}{" "}
      {isOverdue ? (
        <span className="chip" data-kind="overdue">
          {t("actions.overdue")}
        </span>
      ) : null}
    </p>
  );
}

function Effect({ effect, index }: { readonly effect: EffectView; readonly index: string }) {
  const { t } = useTranslation();
  const { before, after, round, certainty } = effect;
  return (
    <div className="effect">
      <p>
        {t("actions.effect", { index, before, after, round })}{" "}
        <span className="chip" data-kind={certainty}>
          {t(`release.certainty.${certainty}`)}
        </span>
      </p>
      <small>{t("actions.effectNote")}</small>
    </div>
  );
}

/** The state to stay in comes first: Enter in a field saves and moves nothing. */
function Deeds({ state }: { readonly state: ActionState }) {
  const { t } = useTranslation();
  const nameOf = (to: ActionState) =>
    to === "underway"
      ? t(`actions.deeds.underway.${state === "done" ? "done" : "proposed"}`)
      : t(`actions.deeds.${to}`);
  return (
    <p className="deeds">
      <button type="submit" name="to" value={state} className="button" data-kind="quiet">
        {t("actions.deeds.save")}
      </button>
      {NEXT_STATES[state].map((to) => (
        <button
          key={to}
          type="submit"
          name="to"
          value={to}
          className="button"
          data-kind={to === "dropped" ? "quiet" : undefined}
        >
          {nameOf(to)}
        </button>
      ))}
    </p>
  );
}

function Change({ frame, shown: { action }, unsaved }: Omit<CardProps, "mayWrite">) {
  const { t } = useTranslation();
  const typed: ActionFields = unsaved?.typed ?? action;
  const { id, version, state } = action;
  return (
    <details className="change" open={unsaved !== undefined || undefined}>
      <summary>{t("actions.edit")}</summary>
      <Form method="post" action={`?${new URLSearchParams(frame.lang).toString()}`} className="step" key={version}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <Fields id={id} typed={typed} fault={unsaved?.fault} hasReason={NEXT_STATES[state].includes("dropped")} />
        <Deeds state={state} />
      </Form>
    </details>
  );
}

export function ActionCard({ frame, shown, mayWrite, unsaved }: CardProps) {
  const { t } = useTranslation();
  const about = useAbout();
  const { action, round, effect } = shown;
  return (
    <li className="card action" id={`h-${action.id}`} data-overdue={action.isOverdue || undefined}>
      {action.about ? <p className="action-about">{about(action.about, round)}</p> : null}
      {unsaved?.fault === "changed" ? <p>{t("actions.now")}</p> : null}
      <h3>{action.what}</h3>
      <Standing frame={frame} shown={shown} />
      {effect && action.about?.index ? <Effect effect={effect} index={t(`indices.${action.about.index}`)} /> : null}
      <p className="action-origin">
        <Origin frame={frame} action={action} />
      </p>
      {mayWrite ? <Change frame={frame} shown={shown} unsaved={unsaved} /> : null}
    </li>
  );
}
