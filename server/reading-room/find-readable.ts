/** What a user may read at this moment: asked for at every look and every deed, as a role may be lost in between. */
import type { Language } from "#surveys/paper/language";
import type { Actor, Person } from "../accounts/contract";
import { may } from "../permissions/contract";
import { problems } from "../lib/problem";
import type { Round } from "../rounds/contract";
import { idsOf } from "../rounds/editors";
import type { Writing } from "./contract";
import { readersOf } from "./rules";

export interface ReadableDeps {
  readonly listRoundsReadBy: (userId: string) => Promise<readonly Round[]>;
  readonly listPeople: (ids: readonly string[]) => Promise<readonly Person[]>;
}

export interface Readable {
  readonly userId: string;
  /** Of which it reads at least one language. */
  readonly rounds: readonly Round[];
  readonly readersIn: (round: Round, language: Language) => readonly string[];
  /** The round of a writing that it may read. */
  readonly roundOf: (writing: Pick<Writing, "round" | "language">) => Round | undefined;
}

/** Throws `writing.notFound` for anybody but an editor. */
export async function findReadable({ listRoundsReadBy, listPeople }: ReadableDeps, actor: Actor): Promise<Readable> {
  if (actor.kind !== "user" || !may(actor, "writing.read")) throw problems.writing.notFound();
  const userId = actor.id;
  const named = await listRoundsReadBy(userId);
  const people = await listPeople([...new Set(named.flatMap(({ editors }) => idsOf(editors)))]);
  const readersIn = (round: Round, language: Language) => readersOf(round, language, people);
  const reads = (round: Round, language: Language) => readersIn(round, language).includes(userId);
  const rounds = named.filter((round) => round.editors?.some(({ language }) => reads(round, language)));
  return {
    userId,
    rounds,
    readersIn,
    roundOf: ({ round: id, language }) => rounds.find((round) => round.id === id && reads(round, language)),
  };
}
