/** Own words of invented children in every state: waiting, late, worrying, acted on, quoted, and in a language nobody reads. */
import type { FormName } from "#surveys/paper/form";
import type { Language } from "#surveys/paper/language";
import { dayAt, daysLater } from "#surveys/paper/calendar";
import { newId } from "../lib/ids";
import type { NewWriting } from "../reading-room/contract";
import type { Round } from "../rounds/contract";
import type { Application } from "../services";

/** The one school of the demo that has older children. */
const SCHOOL = "bogelunden";

interface Written {
  readonly text: string;
  readonly form?: FormName;
  readonly language?: Language;
  readonly daysAgo: number;
  readonly becomes?: "worrying" | "acted";
}

const WRITTEN: readonly Written[] = [
  {
    text: "Jeg vil gerne have, at de voksne ved, at jeg tit er bange for at gå hjem ad stien, når det er mørkt.",
    daysAgo: 0,
  },
  {
    text: "Kan vi ikke få lov at være inde i frikvarteret, når det regner? Det spurgte vi også om sidste år.",
    daysAgo: 0,
  },
  { text: "I skal høre efter, også når det ikke er dem, der altid rækker hånden op.", form: "13-18", daysAgo: 0 },
  { text: "Viggo fra 5. B tager min madpakke. Fru Holm siger bare, at vi skal blive venner.", daysAgo: 1 },
  { text: "It is hard to make friends when everybody speaks so fast.", form: "13-18", language: "en", daysAgo: 0 },
  {
    text: "Jeg har ondt i maven hver søndag aften, og jeg ved ikke, hvem jeg skal sige det til.",
    form: "13-18",
    daysAgo: 6,
  },
  { text: "Jeg tør ikke gå hjem efter skole, når der er nogen, der er fulde.", daysAgo: 1, becomes: "worrying" },
  { text: "Der er en, der slår mig derhjemme.", daysAgo: 4, becomes: "acted" },
  { text: "أتمنى أن نلعب معًا أكثر.", language: "ar", daysAgo: 1 },
];

/** What may be shown of the last round that was sealed, and of the one that is open: there it waits for ten answers. */
const QUOTED = {
  sealed: [
    { text: "Det bedste er, når de voksne spørger en gang til og venter på svaret.", form: "10-12" },
    { text: "Lad os være med til at bestemme, hvad toiletterne skal males som. Så passer vi på dem.", form: "10-12" },
    { text: "Sig det, når I har ændret noget. Ellers tror vi, at det var lige meget, at vi svarede.", form: "13-18" },
  ],
  open: [{ text: "Der mangler et sted, hvor man kan være stille.", form: "10-12" }],
} as const;

const writingOf = (round: Round, { text, form = "10-12", language = "da" }: Written): NewWriting => ({
  id: newId(),
  kind: "text",
  round: round.id,
  institution: SCHOOL,
  form,
  item: "wish",
  language,
  text,
});

async function settle({ stores }: Application, round: Round, one: Written, now: Date): Promise<void> {
  const writing = writingOf(round, one);
  const { id } = writing;
  await stores.writings.insertNew([writing], daysLater(dayAt(now), -one.daysAgo));
  if (!one.becomes) return;
  await stores.writings.turn({ id, version: 0, from: "waiting", to: "worrying" }, { worriedAt: now });
  if (one.becomes === "acted")
    await stores.writings.turn(
      { id, version: 1, from: "worrying", to: "acted" },
      { done: ["report", "family"], doneOn: dayAt(now) },
    );
}

/** Of the round that is open, and of the last one that was sealed. */
export async function addDemoWritings(
  application: Application,
  { open, sealed }: { open: Round; sealed: Round },
  now: Date,
): Promise<void> {
  for (const one of WRITTEN) await settle(application, open, one, now);
  const lists = [
    [sealed, QUOTED.sealed],
    [open, QUOTED.open],
  ] as const;
  for (const [round, quotations] of lists)
    for (const { text, form } of quotations)
      await application.stores.quotations.add(
        { round: round.id, institution: SCHOOL },
        { id: newId(), text, form, language: "da", theme: "voice" },
      );
  await application.services.readingRoom.tick();
}
