/** The steps of an import as the page asks for them, one after the other; one that did not arrive is asked for again. */
import type { ImportReport, ImportRow } from "#server/organisation/contract";
import { urls } from "~/urls";
import { partsOf } from "./make-rows";

export type ImportFailure = "busy" | "changed" | "lost" | "network" | "else";

export class ImportFailed extends Error {
  constructor(readonly failure: ImportFailure) {
    super(failure);
  }
}

type Stage = "send" | "plan" | "stage" | "switch" | "fold";

/** What is being done; `of` is absent where nobody knows. */
export interface Doing {
  readonly stage: Stage | "read";
  readonly done?: number;
  readonly of?: number;
}

type Tell = (doing: Doing) => void;

interface Answer {
  readonly done?: number;
  readonly of?: number;
  readonly report?: ImportReport;
}

const TRIES = 4;
const WAIT_MS = 1500;

const CODES: Readonly<Record<string, ImportFailure>> = {
  "organisation.busy": "busy",
  "organisation.changed": "changed",
  "organisation.lost": "lost",
};

async function failureOf(response: Response): Promise<ImportFailure> {
  const said = (await response.json().catch(() => ({}))) as { readonly code?: string };
  return CODES[said.code ?? ""] ?? (response.status >= 500 ? "network" : "else");
}

async function tryStep(body: string): Promise<Answer | "again"> {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(urls.importStep(), { method: "POST", headers, body }).catch(() => undefined);
  if (!response) return "again";
  // What the server answered is of its contract.
  if (response.ok) return (await response.json()) as Answer;
  const failure = await failureOf(response);
  if (failure !== "network") throw new ImportFailed(failure);
  return "again";
}

async function step(given: object): Promise<Answer> {
  const body = JSON.stringify(given);
  for (let tried = 1; ; tried += 1) {
    const answer = await tryStep(body);
    if (answer !== "again") return answer;
    if (tried === TRIES) throw new ImportFailed("network");
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS * tried));
  }
}

export const newImportId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Sends the rows and resolves with what they would do. Throws `ImportFailed`. */
export async function planImport(id: string, rows: readonly ImportRow[], tell: Tell): Promise<ImportReport> {
  const parts = partsOf(rows);
  await step({ do: "begin", id });
  for (const [number, part] of parts.entries()) {
    tell({ stage: "send", done: number, of: parts.length });
    await step({ do: "part", id, number, rows: part });
  }
  tell({ stage: "plan" });
  const { report } = await step({ do: "plan", id, parts: parts.length });
  if (!report) throw new ImportFailed("else");
  return report;
}

/** All of it, or nothing. Throws `ImportFailed`. */
export async function applyImport(id: string, { writes }: ImportReport, tell: Tell): Promise<void> {
  tell({ stage: "stage", done: 0, of: writes });
  for (let isWhole = false; !isWhole; ) {
    const { done = 0, of = 0 } = await step({ do: "stage", id });
    tell({ stage: "stage", done, of });
    isWhole = done >= of;
  }
  tell({ stage: "switch" });
  await step({ do: "switch", id });
  for (let folded = 0, some = 1; some > 0; ) {
    tell({ stage: "fold", done: Math.min(folded, writes), of: writes });
    some = (await step({ do: "fold", id })).done ?? 0;
    folded += some;
  }
}

/** Somebody goes away from a proposal: nobody waits for it. */
export async function leaveImport(id: string): Promise<void> {
  await step({ do: "leave", id }).catch(() => undefined);
}
