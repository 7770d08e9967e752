/** A site with a round in which children of 10-12 write, read in Danish by Karen and, when she is away, Otto; Rita works there. */
import { OPERATOR } from "../../server/accounts/rules";
import { roundWindow } from "../../server/rounds/window";
import type { Round } from "../../server/rounds/contract";
import type { Actor } from "../../server/accounts/contract";
import { startOf } from "../../surveys/paper/calendar";
import { actAs } from "./act-as";
import { settleEditors } from "./editors";
import type { Editors } from "./editors";
import { OWN_WORDS, ownWordsLibrary } from "./own-words-survey";
import { startSite } from "./site";
import type { Site } from "./site";
import { aRound } from "./small-municipality";
import { aSubmission, freshId, issueKeys, put } from "./submissions";

export const READ_ROUND = "laest";

export interface ReadingSite {
  readonly site: Site;
  readonly people: Editors;
  actor(name: string): Promise<Actor>;
  /** A child writes; gives what to send the same answer again with. */
  write(text: string, language?: "da" | "ar"): Promise<Sent>;
  /** Ids of what waits or worries, by text. */
  idOf(text: string): Promise<string>;
  /** Everything that is stored under this name, as text. */
  stored(collection: string): Promise<string>;
}

interface Sent {
  readonly id: string;
  /** Of the key that it was sent with. */
  readonly keyId: string;
  readonly status: number;
  again(): Promise<number>;
}

export async function startReadingSite(at: string, changes: Partial<Round> = {}): Promise<ReadingSite> {
  const site = await startSite({ at, library: ownWordsLibrary() });
  const { application, database } = site;
  await application.stores.organisation.insertGroups([
    { id: "eg-5a", institutionId: "eg", name: "5. A", band: "10-12", childCount: 24, code: "q123456789" },
  ]);
  const people = await settleEditors(application);
  const round = aRound({
    id: READ_ROUND,
    ...OWN_WORDS,
    groupIds: ["eg-5a"],
    institutionIds: ["eg"],
    readerRole: { da: "Trivselsvejlederen", en: "The counsellor" },
    editors: [
      { language: "da", editor: people.karen, deputy: people.otto },
      { language: "ar", editor: people.otto, deputy: people.karen },
    ],
    ...roundWindow("2026-03-01", "2026-04-20"),
    feedbackDueAt: startOf("2026-05-20"),
    ...changes,
  });
  await application.stores.rounds.insert(round);
  await application.services.rounds.open(OPERATOR, READ_ROUND);
  const items = application.library.scoringKey(OWN_WORDS.survey, OWN_WORDS.surveyVersion, "10-12").items;
  const glad = items.find(({ name }) => name === "glad")?.choices[0]?.value ?? "";

  const listKeys = async () =>
    (await database.main.collection("keys").find({ round: READ_ROUND }).toArray()).map(({ _id }) => String(_id));

  return {
    site,
    people,
    actor: (name) => actAs(application, name),
    async write(text, locale = "da") {
      const known = await listKeys();
      const [key] = await issueKeys(application, "eg-5a", 1, READ_ROUND);
      const keyId = (await listKeys()).find((one) => !known.includes(one)) ?? "";
      const id = freshId();
      const body = {
        ...aSubmission(application, key?.secret ?? ""),
        band: "10-12" as const,
        round: READ_ROUND,
        locale,
        answers: { glad, say: text },
      };
      const send = async () => (await put(site.url, id, body)).status;
      return { id, keyId, status: await send(), again: send };
    },
    async idOf(text) {
      const found = await database.main.collection("writings").findOne({ text });
      return String(found?._id);
    },
    async stored(collection) {
      return JSON.stringify(await database.main.collection(collection).find({}).toArray());
    },
  };
}
