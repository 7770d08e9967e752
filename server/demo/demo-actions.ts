/** What the demo's institutions do with what their children said: proposed, under way, late, done and said no to. */
import { dayAt, daysLater } from "#surveys/paper/calendar";
import type { Action, ActionFields } from "../actions/contract";
import type { Application } from "../services";

type Planned = Pick<Action, "institutionId" | "state" | "about" | "origin"> &
  Partial<Omit<ActionFields, "due">> & {
    readonly what: string;
    /** Days from the day of loading. */
    readonly created: number;
    readonly since: number;
    readonly dueIn?: number;
  };

const LEADER = { kind: "leader" } as const;

const PLANNED: readonly Planned[] = [
  {
    institutionId: "bogelunden",
    about: { roundId: "demo-3", form: "6-9", index: "P1" },
    origin: { kind: "class", form: "6-9", group: ["2. B"] },
    state: "proposed",
    what: "Vi vil gerne stemme om, hvad vi laver den sidste time om fredagen.",
    created: -6,
    since: -6,
  },
  {
    institutionId: "bogelunden",
    about: { roundId: "demo-3", form: "6-9", index: "W4" },
    origin: { kind: "class", form: "6-9", group: ["2. B"] },
    state: "proposed",
    what: "Et hjørne i klassen, hvor der altid er stille.",
    created: -6,
    since: -6,
  },
  {
    institutionId: "bogelunden",
    about: { roundId: "demo-3", form: "6-9", index: "P1" },
    origin: LEADER,
    state: "underway",
    what: "Klasserne laver selv ugens plan for én time.",
    who: "Klassens lærer",
    dueIn: 21,
    triggers: "Det sker mest, når planen er lagt, før børnene møder ind.",
    affects: "Det går bedre i de klasser, der begynder dagen med at tale sammen.",
    maintains: "Vi har ingen fast tid til at spørge.",
    created: -20,
    since: -20,
  },
  {
    institutionId: "bogelunden",
    about: { roundId: "demo-3", form: "10-12", index: "P2" },
    origin: LEADER,
    state: "underway",
    what: "Elevrådet får svar på sine forslag inden for to uger.",
    who: "Afdelingslederen",
    dueIn: -9,
    created: -40,
    since: -40,
  },
  {
    institutionId: "bogelunden",
    about: { roundId: "demo-2", form: "6-9", index: "W2" },
    origin: LEADER,
    state: "done",
    what: "Legepatruljen fra 3. klasse er i gården i det store frikvarter.",
    who: "Klassens pædagog",
    dueIn: -200,
    created: -260,
    since: -205,
  },
  {
    institutionId: "bogelunden",
    about: { roundId: "demo-3" },
    origin: { kind: "class", form: "13-18", group: ["8. A"] },
    state: "dropped",
    what: "Ingen lektier om fredagen.",
    reason: "Fagene lægger lektier efter hinanden. I har fået et forslag om færre ad gangen.",
    created: -30,
    since: -12,
  },
  {
    institutionId: "fyrretoppen",
    about: { roundId: "demo-2", form: "6-9", index: "W4" },
    origin: LEADER,
    state: "done",
    what: "Der er et stille rum ved siden af hver klasse, og alle ved, hvornår man må bruge det.",
    who: "Indskolingslederen",
    dueIn: -215,
    created: -260,
    since: -220,
  },
  {
    institutionId: "kastanjehuset",
    about: { roundId: "demo-3", form: "3-5", index: "P1" },
    origin: LEADER,
    state: "underway",
    what: "Børnene vælger med brikker, hvor vi går hen på tur.",
    who: "Stuens pædagog",
    dueIn: 14,
    created: -10,
    since: -10,
  },
];

const NOTHING: ActionFields = { what: "", who: "", due: "", reason: "", triggers: "", affects: "", maintains: "" };

export async function addDemoActions({ stores }: Application, now: Date): Promise<void> {
  const today = dayAt(now);
  for (const [at, { created, since, dueIn, ...planned }] of PLANNED.entries()) {
    const due = dueIn === undefined ? "" : daysLater(today, dueIn);
    const days = { due, createdOn: daysLater(today, created), since: daysLater(today, since) };
    await stores.actions.insert({ ...NOTHING, ...planned, ...days, id: `demo-action-${at + 1}`, version: 1 });
  }
}
