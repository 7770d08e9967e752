/** Makes a leader's page of a release and the words that authors wrote. Pure; read on the server alone. */
import type { FormRelease, IndexBeside, PlacePlan, Release } from "#server/releases/contract";
import { audienceOf } from "#surveys/paper/form";
import type { FormName } from "#surveys/paper/form";
import type { Locale } from "#surveys/paper/local-text";
import { THEMES } from "#surveys/paper/paper";
import type { Saying } from "#surveys/results/findings";
import { sayingOf } from "#surveys/results/findings";
import { INDICES, THEME_OF } from "#surveys/scoring/indices";
import type { Asked, HardshipView, HeardGroup, IndexLine, LeaderPageView, Range, ThemeCardView } from "./leader-page";
import { detailsOf } from "./make-details";
import { figureOf } from "./rounded";
import { areaHardshipSentence, hardshipSentence } from "./sentences";
import { talkOf, toldFindings } from "./told-findings";

function askedOf(forms: readonly FormName[]): Asked {
  const audiences = new Set(forms.map(audienceOf));
  if (audiences.size !== 1) return "mixed";
  if (audiences.has("parent")) return "parents";
  if (audiences.has("staff")) return "staff";
  const young = forms.filter((form) => form === "13-18").length;
  if (young === 0) return "children";
  return young === forms.length ? "young" : "both";
}

const within = (value: number): number => Math.min(100, Math.max(0, Math.round(value)));

const bandOf = (value: number, margin: number): Range => ({
  low: within(value - margin),
  high: within(value + margin),
});

function changeOf({ change }: IndexBeside, isFirstTime: boolean): IndexLine["change"] {
  if (change === undefined) return { word: isFirstTime ? "first" : "cannot-compare", by: 0 };
  if (change === "cannot-tell") return { word: "cannot-tell", by: 0 };
  const { direction, certainty, by } = change;
  const isUp = direction === "up";
  const sure = isUp ? "up" : "down";
  return { word: certainty === "maybe" ? (isUp ? "maybeUp" : "maybeDown") : sure, by: Math.abs(Math.round(by)) };
}

function lineOf(release: Release, form: FormName, index: IndexBeside, locale: Locale): IndexLine {
  const { value, margin, municipality, past } = index;
  const points = past.map(({ title, value: then, margin: of }) => ({
    title: title[locale],
    value: Math.round(then),
    band: bandOf(then, of),
  }));
  const now = { title: release.roundTitle[locale], value: Math.round(value), band: bandOf(value, margin) };
  return {
    ...figureOf(index),
    form,
    index: index.index,
    band: bandOf(value, margin),
    ...(municipality !== undefined && { municipality: Math.round(municipality) }),
    change: changeOf(
      index,
      release.findings.some(({ kind }) => kind === "first-time"),
    ),
    history: points.length > 0 ? [...points, now] : [],
  };
}

function themesOf(release: Release, locale: Locale): ThemeCardView[] {
  const shown = release.forms.filter(({ hidden }) => !hidden);
  return THEMES.flatMap((theme) => {
    const lines = shown.flatMap(({ form, indices }) =>
      indices
        .filter((index) => index.theme === theme)
        .toSorted((one, other) => INDICES.indexOf(one.index) - INDICES.indexOf(other.index))
        .map((index) => lineOf(release, form, index, locale)),
    );
    const isAsked = shown.some(({ questions }) =>
      questions.some(({ index }) => index !== undefined && THEME_OF[index] === theme),
    );
    return lines.length > 0 || isAsked ? [{ theme, lines }] : [];
  });
}

/** How many have it hard in the most themes. */
function hardestOf(found: FormRelease["hardship"]): Saying | undefined {
  const [most] = found?.shares.slice(-1) ?? [];
  return most && sayingOf({ ...most, ofAll: { low: 0, high: 100 } });
}

function hardshipOf({ form, hardship, areaHardship }: FormRelease, locale: Locale): HardshipView[] {
  const [own, area] = [hardestOf(hardship), hardestOf(areaHardship)];
  if (!hardship || !own || audienceOf(form) !== "child") return [];
  const text = hardshipSentence(own, { locale, form });
  const view = { form, text, shares: hardship.shares.map(figureOf) };
  if (!areaHardship || !area) return [view];
  const ofArea = areaHardshipSentence(areaHardship.area, area, { locale, form });
  return [{ ...view, area: { text: ofArea, shares: areaHardship.shares.map(figureOf) } }];
}

/** By form, then by name, as a class list is: 9. A before 10. A. */
function heardOf({ heard, forms }: Release): HeardGroup[] {
  const at = (group: HeardGroup) => forms.findIndex(({ form }) => form === group.form);
  const byName = (one: HeardGroup, other: HeardGroup) =>
    (one.names[0] ?? "").localeCompare(other.names[0] ?? "", "da", { numeric: true });
  return heard
    .map(({ form, names, invited, participants }) => ({
      form,
      names,
      invited,
      ...(participants !== undefined && { participants }),
    }))
    .toSorted((one, other) => at(one) - at(other) || byName(one, other));
}

export function pageOf(release: Release, locale: Locale, plans: readonly PlacePlan[] = []): LeaderPageView {
  const forms = release.forms.map(({ form }) => form);
  const talk = talkOf(release, locale);
  return {
    roundId: release.roundId,
    institution: release.institutionName,
    title: release.roundTitle[locale],
    closedOn: release.closedOn,
    owner: release.ownerRole[locale],
    asked: askedOf(forms),
    invited: release.invited,
    ...(release.participants !== undefined && { participants: release.participants }),
    response: release.response,
    isMoreThanInvited: release.isMoreThanInvited,
    forms,
    heard: heardOf(release),
    findings: toldFindings(release, locale),
    ...(talk && { talk }),
    themes: themesOf(release, locale),
    hidden: release.forms.flatMap(({ form, hidden }) => (hidden ? [{ form, reason: hidden }] : [])),
    hardship: release.forms.flatMap((form) => hardshipOf(form, locale)),
    details: release.forms.filter(({ hidden }) => !hidden).map((form) => detailsOf(form, locale, plans)),
  };
}
