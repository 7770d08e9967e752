/** What a child is told before it begins, in its own language; every promise comes from the label engine. */
import { labelSentences } from "#surveys/labels/labels";
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import type { Language } from "#surveys/paper/language";
import { textIn } from "#surveys/paper/local-text";
import { dayAndMonth } from "#surveys/paper/day";
import { playerWords } from "#surveys/paper/words/child-words";
import { helpFor } from "#surveys/paper/words/help-for";
import { fillWords } from "#surveys/paper/words/words";
import type { Group, Institution, Municipality } from "../organisation/contract";
import type { Round } from "../rounds/contract";
import { roundLabel, standingOf } from "../rounds/rules";
import type { Invitation, Mode } from "./contract";
import { askedOf } from "./own-words";
import { groupFacts } from "./rules";

interface Facts {
  readonly round: Round;
  readonly group: Group;
  readonly institution: Institution;
  readonly municipality: Municipality;
  readonly mode: Mode;
  /** The language wished for; Danish where the paper is not complete in it. */
  readonly locale: Language;
  readonly library: SurveyLibrary;
  readonly now: Date;
  readonly resultCode: string | undefined;
}

export function composeInvitation({
  round,
  group,
  institution,
  municipality,
  mode,
  locale: wished,
  library,
  now,
  resultCode,
}: Facts): Omit<Invitation, "opened"> {
  const languages = library.languages(round.survey, round.surveyVersion, group.band);
  const locale = languages.includes(wished) ? wished : "da";
  const paper = askedOf(round, library.paper(round.survey, round.surveyVersion, group.band, locale));
  const supportPlan = library.find(round.survey, round.surveyVersion)?.supportPlan?.[group.band];
  const hasFreeText = paper.items.some((item) => item.type === "text" || item.type === "drawing");
  const facts = { hasFreeText, backupRetentionDays: municipality.backupRetentionDays, now };
  const label = roundLabel(round, facts);
  const promise = labelSentences(label, { locale, audience: "child", band: paper.band });
  const words = playerWords(group.band, locale);
  const plan = supportPlan && textIn(supportPlan, locale);
  const dated = fillWords(words.youHear, dayAndMonth(round.feedbackDueAt, locale));
  const help = paper.items.map((item) => helpFor(item, words));
  const sounds = library.sounds(locale, paper, words, promise, plan, dated, help);
  return {
    roundId: round.id,
    paper,
    words,
    voices: { order: municipality.voiceOrder, sounds },
    languages,
    facts: groupFacts(group, institution),
    mode,
    institutionName: institution.name,
    groupName: group.name,
    ownerRole: textIn(round.ownerRole, locale),
    ...(round.readerRole && hasFreeText && { readerRole: textIn(round.readerRole, locale) }),
    feedbackDueAt: round.feedbackDueAt.toISOString(),
    ...(resultCode !== undefined && { resultCode }),
    label: promise,
    ...(plan && { supportPlan: plan }),
    isInvented: municipality.isInvented,
    isClosing: standingOf(round, now) === "grace",
  };
}
