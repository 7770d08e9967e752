/** An institution's action board: what children proposed, what is under way, what is done, and below what was said no to. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ActionState } from "#server/actions/contract";
import type { AdultFrameData } from "../layout/adult-frame";
import { ActionCard, useAbout } from "./action-card";
import { Fields } from "./action-fields";
import type { ActionsView, Unsaved } from "./actions-view";
import { COLUMNS, NOTHING_TYPED } from "./actions-view";

export interface ActionsPageProps {
  readonly frame: AdultFrameData;
  readonly view: ActionsView;
  readonly unsaved?: Unsaved;
}

function NewAction({ frame, view, unsaved }: ActionsPageProps) {
  const { t } = useTranslation();
  const describe = useAbout();
  const { about, newId } = view;
  const own = unsaved?.isNew ? unsaved : undefined;
  const id = own?.id ?? newId;
  const query = new URLSearchParams(frame.lang);
  if (about) query.set("runde", about.round);
  if (about?.form) query.set("skema", about.form);
  if (about?.index) query.set("indeks", about.index);
  return (
    <details className="card new-action" open={view.isNewOpen || own !== undefined || undefined}>
      <summary>{t("actions.new")}</summary>
      <Form method="post" action={`?${query.toString()}`} className="step" key={id}>
        <input type="hidden" name="id" value={id} />
        {about ? (
          <>
            <p className="action-about">
              {t("actions.newAbout", { about: describe({ ...about, roundId: about.round }, about.title) })}
            </p>
            <input type="hidden" name="round" value={about.round} />
            <input type="hidden" name="form" value={about.form ?? ""} />
            <input type="hidden" name="index" value={about.index ?? ""} />
          </>
        ) : null}
        <Fields id={id} typed={own?.typed ?? NOTHING_TYPED} fault={own?.fault} hasReason={false} />
        <p className="deeds">
          <button type="submit" className="button">
            {t("actions.add")}
          </button>
        </p>
      </Form>
    </details>
  );
}

interface ColumnProps extends ActionsPageProps {
  readonly state: ActionState;
}

function Cards({ frame, view, unsaved, state }: ColumnProps) {
  return (
    <ul>
      {view.actions
        .filter(({ action }) => action.state === state)
        .map((shown) => (
          <ActionCard
            key={shown.action.id}
            frame={frame}
            shown={shown}
            mayWrite={view.mayWrite}
            unsaved={unsaved && !unsaved.isNew && unsaved.id === shown.action.id ? unsaved : undefined}
          />
        ))}
    </ul>
  );
}

const countOf = ({ actions }: ActionsView, state: ActionState): number =>
  actions.filter(({ action }) => action.state === state).length;

export function ActionsPage(props: ActionsPageProps) {
  const { frame, view } = props;
  const { t } = useTranslation();
  const dropped = countOf(view, "dropped");
  return (
    <>
      <div>
        <p className="way-back">
          <a href={view.back + frame.lang}>{t("actions.results")}</a>
        </p>
        <h1>{t("actions.title")}</h1>
        <p className="small-print">{view.institution}</p>
      </div>
      <p className="lead">{t("actions.about")}</p>
      {view.isSaved ? (
        <p className="success" role="status">
          {t("actions.saved")}
        </p>
      ) : null}
      {view.mayWrite ? <NewAction {...props} /> : null}
      <div className="columns">
        {COLUMNS.map((state) => (
          <section key={state} aria-labelledby={`column-${state}`}>
            <h2 id={`column-${state}`}>
              {t(`actions.columns.${state}`)} <span className="count">{countOf(view, state)}</span>
            </h2>
            {countOf(view, state) === 0 ? <p className="small-print">{t(`actions.none.${state}`)}</p> : null}
            <Cards {...props} state={state} />
          </section>
        ))}
      </div>
      {dropped > 0 ? (
        <details className="dropped" open={props.unsaved ? true : undefined}>
          <summary>
            {t("actions.columns.dropped")} ({dropped})
          </summary>
          <Cards {...props} state="dropped" />
        </details>
      ) : null}
    </>
  );
}
