/** A service whose deeds are audited, by a plan that names every one of its methods. */
import type { Actor } from "../accounts/contract";
import type { AuditActor, Subject } from "./contract";
import { auditActorOf } from "./rules";
import type { RecordDeed } from "./service";

type Method = (...args: never[]) => unknown;

interface PlannedDeed<Args extends readonly unknown[]> {
  readonly verb: string | ((...args: Args) => string);
  readonly subject: (...args: Args) => Subject;
  readonly institution?: (...args: Args) => string | undefined;
  /** Who acts where no actor comes first. */
  readonly by?: AuditActor;
}

/**
 * What the audit keeps of a method: a deed; "free", which neither changes anything nor shows anything of somebody; or "within",
 * where the service itself knows more and asks for the entry.
 */
type Planned<Args extends readonly unknown[]> = PlannedDeed<Args> | "free" | "within";

export type PlanOf<Service> = {
  readonly [Name in keyof Service as Service[Name] extends Method ? Name : never]: Service[Name] extends Method
    ? Planned<Parameters<Service[Name]>>
    : never;
};

function wrap(method: Method, planned: PlannedDeed<unknown[]>, record: RecordDeed): Method {
  const { verb, subject, institution, by } = planned;
  return async (...args: unknown[]) => {
    // Whoever acts comes first, wherever there is one.
    const actor = by ?? auditActorOf(args[0] as Actor);
    const act = async () => (method as (...all: unknown[]) => unknown)(...args);
    if (!actor) return act();
    const at = institution?.(...args);
    const name = typeof verb === "string" ? verb : verb(...args);
    return record({ actor, verb: name, subject: subject(...args), ...(at && { institution: at }) }, act);
  };
}

export function createAudited<Service extends object>(
  service: Service,
  plan: PlanOf<Service>,
  record: RecordDeed,
): Service {
  const planned = plan as Readonly<Record<string, Planned<unknown[]>>>;
  const entries = Object.entries(service).map(([name, value]) => {
    const of = planned[name];
    return [name, typeof of === "object" ? wrap(value as Method, of, record) : value];
  });
  // Each method keeps its type: it was asynchronous before and is so still.
  return Object.fromEntries(entries) as Service;
}
