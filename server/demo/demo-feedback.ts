/**
 * What the demo's institutions have answered their children: Bøgelunden and Kastanjehuset in words of their own, the others
 * shortly, Raketten not yet. Older answers have been followed up; those to the last round wait for it.
 */
import { daysLater } from "#surveys/paper/calendar";
import { schoolDaysLater } from "#surveys/paper/school-days";
import type { FeedbackPicture } from "#surveys/pictures/feedback-picture-names";
import type { Audience, Letter, PartName } from "../feedback/contract";
import { answerDueOn, promisedIn, audiencesOf, proposalsOf } from "../feedback/rules";
import type { Release } from "../releases/contract";
import type { Round } from "../rounds/contract";
import type { Application } from "../services";

const LATE = "raketten";

type Written = Readonly<Record<PartName, readonly [text: string, picture: FeedbackPicture]>>;

const SHORT: Written = {
  said: ["", "listening"],
  talked: ["Vi har talt om det, I sagde.", "talking"],
  doing: ["Vi spørger jer oftere. Vi siger, hvad vi bruger det til.", "together"],
  "not-doing": ["Vi bygger ikke om i år. Det er der ikke penge til.", "waiting"],
};

const OWN: Readonly<Record<string, Partial<Readonly<Record<Audience, Written>>>>> = {
  bogelunden: {
    young: {
      said: ["I vil gerne være med til at bestemme mere.", "listening"],
      talked: ["Vi taler om, hvordan der kan blive mere ro i gangen.", "talking"],
      doing: ["Vi har lavet et stille rum. Det er ved siden af biblioteket.", "quiet-place"],
      "not-doing": ["Vi får ikke nye døre i år. De koster for meget.", "building"],
    },
    older: {
      said: ["Mange af jer skrev, at I først hører om noget, når det er bestemt.", "listening"],
      talked: ["Vi har talt om, hvad der kan bestemmes sammen med jer, og hvad der ikke kan.", "talking"],
      doing: [
        "Elevrådet får svar på sine forslag inden for to uger. Hver klasse planlægger selv én time om ugen.",
        "deciding",
      ],
      "not-doing": [
        "Vi laver ikke mødetiden om. Busserne kører, som de gør, og det kan vi ikke ændre alene.",
        "waiting",
      ],
    },
  },
  kastanjehuset: {
    young: {
      said: ["I kan lide at lege ude.", "outdoors"],
      talked: ["Vi taler om, hvor vi går hen på tur.", "talking"],
      doing: ["I vælger tur med brikker.", "deciding"],
      "not-doing": ["Vi går ikke til stranden hver uge. Der er for langt.", "waiting"],
    },
  },
};

const SINCE: Readonly<Record<Audience, string>> = {
  young: "Vi spørger nu hver uge. Det stille rum er åbent.",
  older: "Elevrådet har fået svar på tre forslag. Det ene blev til noget, to gjorde ikke, og I fik at vide hvorfor.",
};

function letterOf(release: Release, audience: Audience): Letter {
  const written = OWN[release.institutionId]?.[audience] ?? SHORT;
  const parts = Object.fromEntries(
    Object.entries(written).map(([name, [text, picture]]) => [name, { text, picture }]),
  ) as unknown as Letter["parts"];
  // Two of what goes well, and one of what does not.
  const told = proposalsOf(release, audience);
  const sentences = [
    ...told.filter(({ isStrong }) => isStrong).slice(0, 2),
    ...told.filter(({ isStrong }) => !isStrong).slice(0, 1),
  ];
  return { parts, sentences: sentences.map(({ sentence }) => sentence) };
}

async function answer({ stores }: Application, release: Release, round: Round, isFollowedUp: boolean): Promise<void> {
  const audiences = audiencesOf(release.forms.map(({ form }) => form));
  const letters = Object.fromEntries(audiences.map((audience) => [audience, letterOf(release, audience)]));
  const on = schoolDaysLater(daysLater(answerDueOn(promisedIn(round)), -6), 0);
  const texts = Object.fromEntries(audiences.map((audience) => [audience, SINCE[audience]]));
  await stores.feedback.save({
    round: round.id,
    institution: release.institutionId,
    revision: 0,
    draft: letters,
    published: { version: 1, firstOn: on, on, letters },
    ...(isFollowedUp && { followUp: { on: schoolDaysLater(daysLater(on, 120), 0), texts } }),
  });
}

/** Sealed rounds, oldest first: the last one's answers are not followed up yet. */
export async function addDemoFeedback(application: Application, sealed: readonly Round[]): Promise<void> {
  for (const round of sealed) {
    const isLast = round === sealed.at(-1);
    for (const institution of round.institutionIds) {
      if (isLast && institution === LATE) continue;
      const release = await application.stores.releases.find(institution, round.id);
      if (release) await answer(application, release, round, !isLast);
    }
  }
}
