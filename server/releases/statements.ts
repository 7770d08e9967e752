/** A release in words: what the children say, what it rests on, how precise it is. Reads coded values alone. */
import type { Locale, LocalText } from "#surveys/paper/local-text";
import type { Theme } from "#surveys/paper/paper";
import type { CodedShare, FormTable, ItemTable, Precision, Release, Statement } from "./contract";

const THEME_WORDS: Record<Theme, LocalText> = {
  trust: { da: "Tryghed", en: "Safety" },
  belong: { da: "Fællesskab", en: "Belonging" },
  learn: { da: "Læringslyst", en: "Joy of learning" },
  calm: { da: "Ro og rammer", en: "Calm" },
  self: { da: "Selvbillede", en: "Self-image" },
  voice: { da: "Medbestemmelse", en: "Having a say" },
};

const WORDS: Record<Locale, Record<Exclude<CodedShare["code"], "step">, string>> = {
  da: {
    few: "Kun få børn",
    "under-half": "Under halvdelen af børnene",
    "half-or-less": "Højst halvdelen af børnene",
    "about-half": "Omkring halvdelen af børnene",
    "half-or-more": "Mindst halvdelen af børnene",
    "over-half": "Over halvdelen af børnene",
    "nearly-all": "Næsten alle børn",
    unclear: "Nogle børn",
  },
  en: {
    few: "Only a few children",
    "under-half": "Under half of the children",
    "half-or-less": "At most half of the children",
    "about-half": "About half of the children",
    "half-or-more": "At least half of the children",
    "over-half": "Over half of the children",
    "nearly-all": "Nearly all children",
    unclear: "Some children",
  },
};

/** "x out of ten" only when it is at most ten points away from anything it may stand for. */
function howMany(share: CodedShare, locale: Locale): string {
  if (share.code !== "step") return WORDS[locale][share.code];
  const tenths = Math.round((share.percent ?? 0) / 10);
  const isTight = share.high - share.low <= 20 && tenths >= 1 && tenths <= 9;
  if (isTight) return locale === "da" ? `Omkring ${tenths} ud af 10 børn` : `About ${tenths} out of 10 children`;
  const percent = share.percent ?? 0;
  if (percent < 40) return WORDS[locale]["under-half"];
  return WORDS[locale][percent <= 60 ? "about-half" : "over-half"];
}

function precisionOf({ low, high }: Pick<CodedShare, "low" | "high">): Precision {
  if (high - low <= 12) return "precise";
  return high - low <= 30 ? "rough" : "uncertain";
}

function answerWords(item: ItemTable, locale: Locale): string {
  const favourable = item.choices.filter((choice) => choice.isFavourable);
  return favourable.map((choice) => `”${choice.label[locale]}”`).join(locale === "da" ? " eller " : " or ");
}

function statementOf(item: ItemTable, form: FormTable, share: CodedShare, locale: Locale): Statement {
  const says = locale === "da" ? "svarer" : "answer";
  const text = `${howMany(share, locale)} ${says} ${answerWords(item, locale)} til ”${item.question[locale]}”`;
  const english = `${howMany(share, locale)} ${says} ${answerWords(item, locale)} to ”${item.question[locale]}”`;
  const years = locale === "da" ? `${form.band} år` : `${form.band} years`;
  const range =
    locale === "da"
      ? `alle børn: ${share.low}–${share.high} af 100`
      : `all children: ${share.low}–${share.high} of 100`;
  return {
    band: form.band,
    theme: item.theme,
    item: item.name,
    text: locale === "da" ? text : english,
    rests: `${THEME_WORDS[item.theme][locale]} · ${years} · ${range}`,
    precision: precisionOf(share),
    range: { from: share.from, to: share.to },
  };
}

/** One a theme and form: the scored item with the lowest favourable share, so that nothing hard is hidden behind a mean. */
export function statements(release: Omit<Release, "hash">, locale: Locale): Statement[] {
  return release.forms.flatMap((form) => {
    const all = form.items.flatMap((item) =>
      item.status === "shown" && item.favourable ? [statementOf(item, form, item.favourable, locale)] : [],
    );
    const themes = [...new Set(all.map((statement) => statement.theme))];
    return themes.flatMap((theme) =>
      all
        .filter((statement) => statement.theme === theme)
        .sort((a, b) => a.range.from - b.range.from)
        .slice(0, 1),
    );
  });
}
