/**
 * An import, step by step: its rows come in parts, are planned and reported, staged some at a time, switched to by one write, and
 * folded. A step is short, tells how far it is, and can be asked for again.
 */
import type { Actor } from "../accounts/contract";
import { may } from "../permissions/contract";
import { newGroupCode } from "../lib/ids";
import { problems } from "../lib/problem";
import type { ChangeStore } from "./change-store";
import type { ImportReport, ImportRow } from "./contract";
import type { Changes, Maker } from "./create-changes";
import type { ImportStep } from "./forms";
import type { ImportPlan } from "./plan-import";
import { planImport } from "./plan-import";
import type { OrganisationStore } from "./store";

/** What a step answers: how far it is, or what the import would do. */
interface StepAnswer {
  readonly done?: number;
  readonly of?: number;
  readonly report?: ImportReport;
}

export interface OrganisationImporting {
  /** Throws `request.notFound` for who may not import. */
  allowImport(actor: Actor): Promise<void>;
  /**
   * Administrators only (`request.notFound`). Throws `organisation.busy`, `organisation.lost` and `organisation.changed`;
   * `request.malformed` where a part is missing.
   */
  takeImportStep(actor: Actor, step: ImportStep): Promise<StepAnswer>;
}

interface ImportingDeps {
  readonly store: OrganisationStore;
  readonly changeStore: ChangeStore;
  readonly changes: Changes;
}

/** The last plan: it is the same until something is edited by hand or another part comes. */
function createPlans({ store, changeStore, changes }: ImportingDeps) {
  let kept: { readonly key: string; readonly plan: ImportPlan } | undefined;
  return {
    async of(id: string): Promise<ImportPlan> {
      const key = `${id} ${(await changes.state()).edits}`;
      if (kept?.key === key) return kept.plan;
      // Written by `part`, of the form's shape.
      const rows = (await changeStore.listRows(id)) as ImportRow[];
      const known = await store.listTogether({ hasAllGroups: true });
      if (known.institutions.length === 0) await changes.rememberYear();
      const plan = planImport(known, rows, id, newGroupCode);
      kept = { key, plan };
      return plan;
    },
    forget: () => void (kept = undefined),
  };
}

export function createImporting(deps: ImportingDeps): OrganisationImporting {
  const { changeStore, changes } = deps;
  const plans = createPlans(deps);
  const steps: {
    readonly [Do in ImportStep["do"]]: (step: Extract<ImportStep, { do: Do }>, maker: Maker) => Promise<StepAnswer>;
  } = {
    async begin({ id }, maker) {
      await changes.begin(id, maker);
      return {};
    },
    async part({ id, number, rows }) {
      if (!(await changes.isPreparing(id))) throw problems.organisation.lost();
      plans.forget();
      await changeStore.savePart(id, number, rows);
      return {};
    },
    async plan({ id, parts }) {
      plans.forget();
      await changes.planned(id);
      if ((await changeStore.countParts(id)) !== parts) throw problems.request.malformed("A part is missing.");
      return { report: (await plans.of(id)).report };
    },
    stage: async ({ id }) => changes.stageSome(id, (await plans.of(id)).staged),
    async switch({ id }) {
      await changes.switchTo(id, (await plans.of(id)).staged);
      plans.forget();
      return {};
    },
    fold: async () => ({ done: await changes.foldSome() }),
    async leave({ id }) {
      await changes.leave(id);
      return {};
    },
  };
  const isAllowed = (actor: Actor) => may(actor, "organisation.import");
  return {
    async allowImport(actor) {
      if (!isAllowed(actor)) throw problems.request.notFound();
    },
    async takeImportStep(actor, step) {
      if (!isAllowed(actor) || actor.kind !== "user") throw problems.request.notFound();
      // Each step is taken by the one that has its name.
      const take = steps[step.do] as (step: ImportStep, maker: Maker) => Promise<StepAnswer>;
      return take(step, { by: actor.displayName, byId: actor.id });
    },
  };
}
