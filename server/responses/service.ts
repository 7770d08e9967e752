/**
 * The way of an answer: a key opens an invitation; a submission claims the key in one atomic update, is stored under
 * the id the device made, and spends the key. Every step can be repeated (docs/decisions/0003-no-transactions.md).
 */
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import { dayAt } from "#surveys/paper/calendar";
import type { Language } from "#surveys/paper/language";
import type { KeyService } from "../keys/service";
import type { KeyThrottle } from "../keys/throttle";
import { waysIn } from "../keys/rules";
import type { StoredKey } from "../keys/store";
import type { Clock } from "../lib/clock";
import { problems } from "../lib/problem";
import type { Group, Institution, Municipality } from "../organisation/contract";
import type { Round } from "../rounds/contract";
import type { NewWriting } from "../reading-room/contract";
import type { WritingStore } from "../reading-room/store";
import { acceptsAnswers, standingOf } from "../rounds/rules";
import type { GroupDoor, Invitation, KeyReference, Receipt, Submission } from "./contract";
import { formatKey, parseGroupCode, parseKey } from "./contract";
import { createKeyFinder } from "./find-key";
import { composeInvitation } from "./invitation";
import type { OwnWords } from "./own-words";
import { keptOf, splitOwnWords } from "./own-words";
import { readPageToken, writePageToken } from "./page-token";
import { groupFacts, receiptFor } from "./rules";
import type { ResponseStore, StoredResponse } from "./store";
import type { TallyStore } from "./tally-store";
import { RESPONSE_ID, submissionSchema } from "./submission";

interface OpenOptions {
  readonly locale: Language;
  readonly address: string;
  readonly responseId?: string;
  /** The token of the page that was opened before with this key, when it is not the first time. */
  readonly opened?: string;
}

export interface ResponseService {
  /**
   * Opens a key (text as `parseKey` reads it). Throws `key.malformed` 400, `key.unknown` 404 (also of a round that has
   * not begun or is over), `key.used` 409, `key.picturesPaused` and `request.tooMany` 429. In the round's grace the
   * invitation is marked: only what was begun goes on. With the id of a response already begun the key that response
   * itself has spent still opens.
   */
  openKey(keyText: string, options: OpenOptions): Promise<Invitation>;
  /** Throws `key.malformed`, `key.unknown`, `request.tooMany`, or `round.closed` when none of the group's rounds is open. */
  openGroup(groupCode: string, options: { address: string }): Promise<GroupDoor>;
  /**
   * Stores an answer once. `input` is untrusted (a `Submission`). The same id again gives the same receipt.
   * Throws `response.invalid` 400, `response.empty` 422 (the key is not spent), `key.*`, `round.sealed` 410, `database.away` 503.
   */
  submit(responseId: string, input: unknown, options: { address: string }): Promise<Receipt>;
  /** Spends keys whose answer is stored but whose claim a crash left open: nothing connects the two any more. */
  sweep(roundId: string): Promise<void>;
}

export interface ResponseDeps {
  readonly store: ResponseStore;
  readonly tallies: Pick<TallyStore, "addOne">;
  readonly writings: Pick<WritingStore, "insertNew" | "withdraw">;
  readonly keys: KeyService;
  readonly throttle: KeyThrottle;
  readonly library: SurveyLibrary;
  readonly clock: Clock;
  /** HMAC under the application's pepper, in hexadecimal. */
  readonly sign: (text: string) => string;
  readonly findRound: (id: string) => Promise<Round | null>;
  readonly listOpenRounds: () => Promise<readonly Round[]>;
  readonly findGroup: (id: string) => Promise<Group | null>;
  readonly findGroupByCode: (code: string) => Promise<Group | null>;
  readonly findInstitution: (id: string) => Promise<Institution | undefined>;
  readonly getMunicipality: () => Promise<Municipality>;
  readonly findResultCode: (roundId: string, institutionId: string) => Promise<string | undefined>;
}

function readKey(text: string): KeyReference {
  const key = parseKey(text);
  if (!key) throw problems.key.malformed();
  return key;
}

/** Under ids that the same answer always has, and that lead nowhere once the round's secret is shredded. */
async function writingsOf(
  keys: Pick<KeyService, "claimTag">,
  { round, institution, band: form }: StoredKey,
  responseId: string,
  { written, language }: { written: readonly OwnWords[]; language: Language },
): Promise<NewWriting[]> {
  const idOf = (item: string) => keys.claimTag(round, `${responseId}:${item}`);
  const of = { round, institution, form, language };
  return Promise.all(written.map(async (one) => ({ id: await idOf(one.item), ...of, ...one })));
}

function readSubmission(input: unknown): Submission {
  const parsed = submissionSchema.safeParse(input);
  if (!parsed.success) throw problems.response.invalid(parsed.error.issues[0]?.path.join("."));
  // The validator below replaces the two unknown parts by checked ones before anything is stored.
  return parsed.data as Submission;
}

async function findPlace(
  deps: Pick<ResponseDeps, "findGroup" | "findInstitution">,
  stored: StoredKey,
): Promise<{ group: Group; institution: Institution }> {
  const [group, institution] = await Promise.all([
    deps.findGroup(stored.group),
    deps.findInstitution(stored.institution),
  ]);
  if (!group || !institution) throw problems.key.unknown();
  return { group, institution };
}

export function createResponseService(deps: ResponseDeps): ResponseService {
  const { store, keys, throttle, library, clock } = deps;
  const { useKey } = createKeyFinder(deps);

  async function checkAnswers(stored: StoredKey, round: Round, { locale, answers, nonAnswers }: Submission) {
    const { group, institution } = await findPlace(deps, stored);
    const validate = library.validator(round.survey, round.surveyVersion, stored.band);
    const verdict = validate({ answers, nonAnswers, facts: groupFacts(group, institution) });
    if (!verdict.ok) throw problems.response.invalid(verdict.reason);
    const paper = library.paper(round.survey, round.surveyVersion, stored.band, locale);
    const kept = keptOf(round, paper, verdict);
    if (Object.keys({ ...kept.answers, ...kept.nonAnswers }).length === 0) throw problems.response.empty();
    const { chosen, written } = splitOwnWords(paper, kept.answers);
    return { answers: chosen, nonAnswers: kept.nonAnswers, written, language: paper.locale };
  }

  /** A failed claim means a used key, unless sealing has begun meanwhile. */
  async function usedOrSealed(roundId: string): Promise<never> {
    const round = await deps.findRound(roundId);
    throw round && acceptsAnswers(round, clock.now()) ? problems.key.used() : problems.round.sealed();
  }

  const isStoredFor = async (stored: StoredKey, responseId: string) =>
    (await store.find(responseId))?.group === stored.group;

  /** True when this response holds the key, by claiming it now or by having claimed it before. */
  async function holdsKey(stored: StoredKey, responseId: string): Promise<boolean> {
    const tag = await keys.claimTag(stored.round, responseId);
    return (await keys.claim(stored._id, tag)) || keys.isClaimedBy(stored._id, tag);
  }

  /** An id that is stored already cannot have come with a key that nobody has used yet, nor with another group's. */
  async function checkSameKey(stored: StoredKey, before: StoredResponse): Promise<void> {
    const isOfThisKey = before.group === stored.group && !(await keys.isUnclaimed(stored._id));
    if (!isOfThisKey) throw problems.response.invalid("id");
  }

  /** Own words first: an answer that is counted has been given whole, and what a crash leaves of one is read all the same. */
  async function storeOnce(
    stored: StoredKey,
    response: StoredResponse,
    { submission, writings }: { submission: Submission; writings: readonly NewWriting[] },
  ): Promise<void> {
    if (stored.state === "spent" || !(await holdsKey(stored, response._id))) {
      return (await isStoredFor(stored, response._id)) ? undefined : usedOrSealed(stored.round);
    }
    if (writings.length > 0) await deps.writings.insertNew(writings, dayAt(clock.now()));
    const isNew = await store.insert(response);
    const tally = isNew && deps.tallies.addOne(response, submission);
    const [isSpent] = await Promise.all([keys.spend(stored._id), tally]);
    if (isSpent) return;
    // Sealing has taken the key, and may have counted the answers before this one came.
    await store.withdraw(response._id);
    await deps.writings.withdraw(writings.map(({ id }) => id));
    throw problems.round.sealed();
  }

  return {
    async openKey(keyText, { locale, address, responseId, opened }) {
      const key = readKey(keyText);
      const findSuitable = async (id: string) => {
        const found = await deps.findRound(id);
        return found && acceptsAnswers(found, clock.now()) ? found : null;
      };
      const isOpened = readPageToken(opened, { key: formatKey(key) }, deps.sign) !== undefined;
      return useKey(key, { address, isOpened, findSuitable }, async ({ stored, round }) => {
        const isSpent = stored.state === "spent" && !(responseId && (await isStoredFor(stored, responseId)));
        if (isSpent) throw problems.key.used();
        const [{ group, institution }, municipality] = await Promise.all([
          findPlace(deps, stored),
          deps.getMunicipality(),
        ]);
        const mode = key.kind === "group" ? "class" : "solo";
        const page = { round: round.id, form: group.band, group: group.id, key: formatKey(key) };
        const resultCode = await deps.findResultCode(round.id, institution.id);
        const facts = { round, group, institution, municipality, mode, locale, library, now: clock.now() } as const;
        return { ...composeInvitation({ ...facts, resultCode }), opened: writePageToken(page, deps.sign) };
      });
    },

    async openGroup(text, { address }) {
      const groupCode = parseGroupCode(text);
      if (groupCode === undefined) throw problems.key.malformed();
      const group = await deps.findGroupByCode(groupCode);
      const institution = group && (await deps.findInstitution(group.institutionId));
      if (!group || !institution) return throttle.refuseUnknown(address);
      const rounds = (await deps.listOpenRounds()).filter(({ groupIds }) => groupIds.includes(group.id));
      if (!rounds.some((round) => standingOf(round, clock.now()) === "open")) throw problems.round.closed();
      const { isInvented } = await deps.getMunicipality();
      const ways = waysIn(group.band);
      const pausedWays = ways.filter((way) => throttle.isPaused({ groupCode, way, address }));
      return { groupCode, groupName: group.name, institutionName: institution.name, ways, pausedWays, isInvented };
    },

    async submit(responseId, input, { address }) {
      if (!RESPONSE_ID.test(responseId)) throw problems.response.invalid("id");
      const submission = readSubmission(input);
      const { round: roundId, band: form, opened } = submission;
      const key = readKey(submission.key);
      const [declared, before] = await Promise.all([deps.findRound(roundId), store.find(responseId)]);
      const standing = declared ? standingOf(declared, clock.now()) : "not-yet";
      if (standing === "over") throw problems.round.sealed();
      const taking = standing === "not-yet" ? null : declared;
      const findSuitable = async (id: string) => (id === taking?.id ? taking : null);
      const isOpened = readPageToken(opened, { key: formatKey(key), round: roundId, form }, deps.sign) !== undefined;
      return useKey(key, { address, isOpened, findSuitable }, async ({ stored, round }) => {
        // Of a key that may be a guess nothing is told, not even that it is one of another form.
        if (stored.band !== form)
          throw key.kind === "card" ? problems.response.invalid("band") : problems.key.unknown();
        const { answers, nonAnswers, ...own } = await checkAnswers(stored, round, submission);
        const { group, institution, band } = stored;
        if (before) await checkSameKey(stored, before);
        await storeOnce(
          stored,
          {
            _id: responseId,
            round: round.id,
            band,
            group,
            institution,
            answers,
            nonAnswers,
            helper: submission.helper,
          },
          { submission, writings: await writingsOf(keys, stored, responseId, own) },
        );
        return {
          responseId,
          receipt: receiptFor(deps.sign(`receipt:${responseId}`)),
          feedbackDueAt: round.feedbackDueAt.toISOString(),
        };
      });
    },

    async sweep(roundId) {
      for (const key of await keys.listClaimed(roundId)) {
        for (const id of await store.listOpenIds(key)) {
          if ((await keys.claimTag(roundId, id)) === key.claim) await keys.spend(key._id);
        }
      }
    },
  };
}
