/** Class dialogues: a leader chooses what a class is shown and opens a link; who holds it shows it, and notes what the class proposes. */
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import { namesAmong } from "#surveys/linter/maybe-names";
import { dayAt } from "#surveys/paper/calendar";
import type { Actor } from "../accounts/contract";
import { may } from "../permissions/contract";
import type { Action } from "../actions/contract";
import type { Clock } from "../lib/clock";
import { newCardSecret, sha256 } from "../lib/ids";
import { problems } from "../lib/problem";
import type { Institution } from "../organisation/contract";
import type { Release } from "../releases/contract";
import type { Audience, Board, BoardCard, BoardPicture, OpenLink } from "./contract";
import type { Proposal } from "./forms";
import { DIALOGUE_HOURS } from "./contract";
import { audiencesOf, cardsOf, readAudience } from "./rules";
import type { DialogueStore, StoredDialogue } from "./store";

interface DialoguePage {
  readonly institution: Institution;
  readonly release: Pick<Release, "roundId" | "roundTitle">;
  readonly audiences: readonly Audience[];
  /** Whom the cards are for; absent where no form has figures. */
  readonly chosen?: Audience;
  readonly cards: readonly BoardCard[];
  readonly open: readonly OpenLink[];
}

interface Opened {
  readonly token: string;
  readonly expiresAt: string;
}

interface Asked {
  readonly institutionId: string;
  readonly roundId: string;
  /** As `audienceKey` writes it; the first where it is none. */
  readonly audience?: string;
}

export interface DialogueService {
  /** What the leader chooses from. Throws `institution.notFound` and `release.notFound`. */
  getPage(actor: Actor, asked: Asked): Promise<DialoguePage>;
  /** Throws as `getPage`, and `request.malformed` where nothing that may be shown was chosen. */
  open(actor: Actor, asked: Asked & { readonly items: readonly string[] }): Promise<Opened>;
  /** Ends a link before its time; one that is over stays so. Throws as `getPage`. */
  end(actor: Actor, asked: Asked, id: string): Promise<void>;
  /** Throws `dialogue.notFound`. */
  getBoard(token: string): Promise<Board>;
  /**
   * The same proposal twice is one. Throws `dialogue.notFound`, `dialogue.full`, and `dialogue.names` for one that may name
   * somebody, unless it says that it was looked at.
   */
  propose(token: string, proposal: Proposal): Promise<void>;
  /** Deletes what has ended. */
  tick(): Promise<void>;
}

export interface DialogueDeps {
  readonly store: DialogueStore;
  readonly clock: Clock;
  readonly library: Pick<SurveyLibrary, "find" | "paper">;
  readonly getInstitution: (actor: Actor, id: string) => Promise<Institution>;
  readonly findRelease: (institutionId: string, roundId: string) => Promise<Release | undefined>;
  readonly insertAction: (action: Action) => Promise<boolean>;
}

const TOKEN = /^[0-9a-hjkmnp-tv-z]{26}$/;
const HOUR_MS = 3_600_000;

/** None of a survey that is no longer there. */
function picturesOf(release: Release, { form }: Audience, { library }: Pick<DialogueDeps, "library">): BoardPicture[] {
  const { survey, surveyVersion } = release;
  if (!library.find(survey, surveyVersion)?.forms[form]) return [];
  const { items } = library.paper(survey, surveyVersion, form, "da");
  return items.flatMap(({ name: item, picture }) => (picture ? [{ item, picture }] : []));
}

/** What a class proposes is nobody's: it stands with the class, and with what was talked about. */
function proposedAction(
  { _id, institution, round, form, group }: StoredDialogue,
  { id, text, item }: Proposal,
  { cards, today }: { readonly cards: readonly BoardCard[]; readonly today: string },
): Action {
  const index = cards.find((card) => card.item === item)?.index;
  const nothing = { who: "", due: "", reason: "", triggers: "", affects: "", maintains: "" } as const;
  return {
    ...nothing,
    id: sha256(`${_id}:${id}`).slice(0, 32),
    institutionId: institution,
    about: { roundId: round, form, ...(index && { index }) },
    origin: { kind: "class", form, group: group ?? [] },
    what: text,
    state: "proposed",
    createdOn: today,
    since: today,
    version: 1,
  };
}

/** Names of the place and of its groups are nobody's. */
const mayName = ({ text }: Proposal, { institutionName, heard }: Release): boolean =>
  namesAmong([text], [institutionName, ...heard.flatMap(({ names }) => names)]).length > 0;

function openLinkOf({ _id: id, form, group, expiresAt }: StoredDialogue): OpenLink {
  return { id, form, ...(group && { group }), expiresAt: expiresAt.toISOString() };
}

/** What a leader may open, and what the holder of a link has. */
function createFinders({ store, clock, ...deps }: DialogueDeps) {
  return {
    async readable(actor: Actor, institutionId: string, roundId: string) {
      if (!may(actor, "dialogue.open")) throw problems.institution.notFound();
      const institution = await deps.getInstitution(actor, institutionId);
      const release = await deps.findRelease(institutionId, roundId);
      if (!release) throw problems.release.notFound();
      return { institution, release };
    },
    async held(token: string) {
      const dialogue = TOKEN.test(token) ? await store.find(sha256(token), clock.now()) : undefined;
      const release = dialogue && (await deps.findRelease(dialogue.institution, dialogue.round));
      if (!release) throw problems.dialogue.notFound();
      const { form, group, items } = dialogue;
      const audience: Audience = { form, ...(group && { group }) };
      const cards = cardsOf(release, audience).filter(({ item }) => items.includes(item));
      return { dialogue, release, audience, cards };
    },
  };
}

export function createDialogueService(deps: DialogueDeps): DialogueService {
  const { store, clock } = deps;
  const { readable, held } = createFinders(deps);

  return {
    async getPage(actor, { institutionId, roundId, audience }) {
      const { institution, release } = await readable(actor, institutionId, roundId);
      const audiences = audiencesOf(release);
      const chosen = readAudience(audience ?? "", audiences) ?? audiences[0];
      const { roundTitle } = release;
      const open = await store.listOpen({ institution: institutionId, round: roundId }, clock.now());
      return {
        institution,
        release: { roundId, roundTitle },
        audiences,
        ...(chosen && { chosen }),
        cards: chosen ? cardsOf(release, chosen) : [],
        open: open.map(openLinkOf),
      };
    },
    async open(actor, { institutionId, roundId, audience, items }) {
      const { release } = await readable(actor, institutionId, roundId);
      const chosen = readAudience(audience ?? "", audiencesOf(release));
      const shown = chosen ? cardsOf(release, chosen).map(({ item }) => item) : [];
      const wanted = shown.filter((item) => items.includes(item));
      if (!chosen || wanted.length === 0) throw problems.request.malformed();
      const token = newCardSecret();
      const expiresAt = new Date(clock.now().getTime() + DIALOGUE_HOURS * HOUR_MS);
      const of = { institution: institutionId, round: roundId, ...chosen, items: wanted };
      await store.insert({ _id: sha256(token), ...of, expiresAt, proposals: 0 });
      return { token, expiresAt: expiresAt.toISOString() };
    },
    async end(actor, { institutionId, roundId }, id) {
      await readable(actor, institutionId, roundId);
      await store.end({ institution: institutionId, round: roundId }, id);
    },
    async getBoard(token) {
      const { dialogue, release, audience, cards } = await held(token);
      const shown = new Set(cards.map(({ item }) => item));
      return {
        ...audience,
        institutionName: release.institutionName,
        roundTitle: release.roundTitle,
        expiresAt: dialogue.expiresAt.toISOString(),
        cards,
        pictures: picturesOf(release, audience, deps).filter(({ item }) => shown.has(item)),
      };
    },
    async propose(token, proposal) {
      const { dialogue, release, cards } = await held(token);
      if (proposal.checked === undefined && mayName(proposal, release)) throw problems.dialogue.names();
      if (!(await store.takeRoom(dialogue._id))) throw problems.dialogue.full();
      const isNew = await deps.insertAction(proposedAction(dialogue, proposal, { cards, today: dayAt(clock.now()) }));
      if (!isNew) await store.giveRoomBack(dialogue._id);
    },
    tick: () => store.deleteEnded(clock.now()),
  };
}
