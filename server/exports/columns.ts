/** The columns of an export's figures: their codes, their names as a header, how wide they are, and what they mean. */
import type { LocalText } from "#surveys/paper/local-text";

interface Column {
  readonly name: LocalText;
  readonly meaning: LocalText;
  readonly width: number;
}

const PERCENT = {
  da: "Procent med én decimal.",
  en: "Percent with one decimal.",
};
const percent = (da: string, en: string): LocalText => ({ da: `${da} ${PERCENT.da}`, en: `${en} ${PERCENT.en}` });

const column = (width: number, da: string, en: string, meaning: LocalText): Column => ({
  width,
  name: { da, en },
  meaning,
});

/** In their order. A cell is empty where its column says nothing of this kind of row. */
export const COLUMNS = {
  kind: column(12, "slags", "kind", {
    da: "Hvad rækken fortæller: se koderne for slags.",
    en: "What the row tells: see the codes of kind.",
  }),
  institutionId: column(12, "institution_id", "institution_id", {
    da: "Institutionens id, det samme fra runde til runde.",
    en: "The institution's id, the same from round to round.",
  }),
  institution: column(24, "institution", "institution", {
    da: "Institutionens navn, da resultatet blev offentliggjort.",
    en: "The institution's name when the result was published.",
  }),
  roundId: column(12, "runde_id", "round_id", { da: "Rundens id.", en: "The round's id." }),
  round: column(20, "runde", "round", { da: "Rundens titel.", en: "The round's title." }),
  form: column(12, "skema", "form", {
    da: "Skemaet: børnenes alder, eller hvem der ellers svarede. Tom for hele institutionen.",
    en: "The form: the children's age, or who else answered. Empty for the whole institution.",
  }),
  level: column(12, "niveau", "level", {
    da: "Om tallet er institutionens, en gruppes eller hele områdets.",
    en: "Whether the figure is the institution's, a group's or the whole area's.",
  }),
  group: column(20, "gruppe", "group", {
    da: "Gruppen, eller de grupper, der blev talt sammen, med + imellem. Kun i udgaven til personalet.",
    en: "The group, or the groups that were counted together, with + between. Only in the edition for staff.",
  }),
  area: column(16, "omraade", "area", {
    da: "Området, når tallet er for alle institutioner dér. Kun svære temaer har tal for et område.",
    en: "The area, where the figure is of all institutions there. Only hardship has figures of an area.",
  }),
  theme: column(10, "tema", "theme", { da: "Temaet, som en kode.", en: "The theme, as a code." }),
  index: column(8, "indeks", "index", { da: "Indekset, som en kode.", en: "The index, as a code." }),
  item: column(18, "spoergsmaal_id", "item", {
    da: "Spørgsmålets navn i spørgsmålsbanken, det samme fra skema til skema.",
    en: "The item's name in the item bank, the same from form to form.",
  }),
  place: column(16, "sted", "place", {
    da: "Stedet på kortet, når spørgsmålet er ét sted på et kort.",
    en: "The place on the map, where the question is one place of a map.",
  }),
  question: column(48, "spoergsmaal", "question", {
    da: "Spørgsmålet, som børnene fik det.",
    en: "The question as the children had it.",
  }),
  anchor: column(8, "anker", "anchor", {
    da: "1, når alle aldre fik spørgsmålet; ellers 0.",
    en: "1 where children of every age had the question; else 0.",
  }),
  choice: column(14, "svar_id", "choice", {
    da: "Svarmuligheden som en kode. I rækker af slagsen ikke-svar: hvorfor der intet svar er; af slagsen svære-temaer: antallet af temaer.",
    en: "The choice as a code. In rows of the kind non-answer: why there is no answer; of the kind hardship: the number of themes.",
  }),
  choiceText: column(24, "svar", "choice_text", {
    da: "Svarmuligheden, som børnene fik den.",
    en: "The choice as the children had it.",
  }),
  favourable: column(10, "godt_svar", "favourable", {
    da: "1, når svaret tæller som godt; ellers 0.",
    en: "1 where the choice counts as favourable; else 0.",
  }),
  invited: column(10, "spurgt", "invited", { da: "Hvor mange der blev spurgt.", en: "How many were asked." }),
  participants: column(10, "deltog", "participants", {
    da: "Hvor mange der deltog. Tom, når færre end fem deltog.",
    en: "How many took part. Empty where fewer than five did.",
  }),
  response: column(14, "svarprocent_ord", "response", {
    da: "Hvad svarprocenten rækker til, som en kode.",
    en: "What the response is enough for, as a code.",
  }),
  hidden: column(14, "vises_ikke", "hidden", {
    da: "Hvorfor skemaets tal ikke vises, som en kode. Tom, når de vises.",
    en: "Why the form's figures are not shown, as a code. Empty where they are.",
  }),
  base: column(10, "svarede", "base", {
    da: "Omtrent hvor mange der svarede, efter tabellen: et tilfældigt tal er lagt til hver optælling.",
    en: "About how many answered, by the table: a random number was added to each count.",
  }),
  share: column(10, "andel", "share", {
    da: `Andelen af dem, der svarede, i procent; for indeks et tal fra 0 (sværest) til 100 (bedst); for ikke-svar procent af dem, der deltog. Én decimal.`,
    en: `The share of those who answered, in percent; of an index a number from 0 (hardest) to 100 (best); of non-answers percent of those who took part. One decimal.`,
  }),
  low: column(10, "lav", "low", {
    da: "Nedre grænse for andelen: så lavt kan tallet være uden det tilfældige tal. Det sande tal for de børn, der svarede, ligger mellem lav og høj i mindst 95 af 100 tilfælde.",
    en: "Lower bound of the share: so low the figure may be without the random number. The true figure of the children who answered lies between low and high in at least 95 of 100 cases.",
  }),
  high: column(10, "hoej", "high", {
    da: "Øvre grænse for andelen, se lav.",
    en: "Upper bound of the share, see low.",
  }),
  allLow: column(
    10,
    "alle_lav",
    "all_low",
    percent(
      "Det mindste, andelen kan være af alle, der blev spurgt, når ingen af dem uden svar mener det.",
      "The least that the share of all who were asked may be, if none of those without an answer mean it.",
    ),
  ),
  allHigh: column(
    10,
    "alle_hoej",
    "all_high",
    percent(
      "Det meste, andelen kan være af alle, der blev spurgt, når alle uden svar mener det.",
      "The most that the share of all who were asked may be, if all without an answer mean it.",
    ),
  ),
  municipality: column(12, "kommunen", "municipality", {
    da: "Det samme skemas indeks i hele kommunen, fra 0 til 100. Tom, når færre end tre institutioner har skemaet.",
    en: "The same form's index in the whole municipality, from 0 to 100. Empty where fewer than three institutions have the form.",
  }),
  margin: column(10, "usikkerhed", "margin", {
    da: "Halvdelen af det bånd, der hører til indekset, når det sammenlignes med andre runder: tilfældigt tal, børn der skifter, og almindelige udsving.",
    en: "Half of the band around the index when it is compared with other rounds: the random number, other children, and usual drift.",
  }),
  noiseVariance: column(12, "stoejvarians", "noise_variance", {
    da: "Variansen, som de tilfældige tal giver indekset, i point i anden.",
    en: "The variance that the random numbers give the index, in points squared.",
  }),
  change: column(14, "siden_sidst", "change", {
    da: "Ændring siden sidste runde med de samme spørgsmål, som en kode. Tom, når der ikke er en.",
    en: "Change since the last round of the same items, as a code. Empty where there is none.",
  }),
  changeBy: column(12, "aendring", "change_by", { da: "Ændringen i point.", en: "The change in points." }),
  changeLow: column(12, "aendring_lav", "change_low", {
    da: "Nedre grænse for ændringen (95 %, modellen for ændringer).",
    en: "Lower bound of the change (95 %, the model of change).",
  }),
  changeHigh: column(12, "aendring_hoej", "change_high", {
    da: "Øvre grænse for ændringen, se aendring_lav.",
    en: "Upper bound of the change, see change_low.",
  }),
  certainty: column(14, "sikkerhed", "certainty", {
    da: "Hvor sikkert det er, som en kode: for ændringer og for det, der skiller sig ud.",
    en: "How certain it is, as a code: of changes and of what stands out.",
  }),
  finding: column(14, "skiller_sig_ud", "finding", {
    da: "Hvad der skiller sig ud, som en kode.",
    en: "What stands out, as a code.",
  }),
  words: column(14, "ord", "words", {
    da: "Hvor mange børn, med det ord, siden bruger, som en kode.",
    en: "How many children, in the word of the page, as a code.",
  }),
  tenths: column(10, "ud_af_10", "of_10", {
    da: "Så mange ud af 10 børn. Tom, når tallet ikke er sikkert nok til at sige det.",
    en: "So many out of 10 children. Empty where the figure is not certain enough to say so.",
  }),
  pastRoundId: column(12, "tidligere_runde_id", "past_round_id", {
    da: "Id på den tidligere runde, som rækkens andel hører til.",
    en: "The id of the earlier round that the row's share belongs to.",
  }),
  pastRound: column(20, "tidligere_runde", "past_round", {
    da: "Titlen på den tidligere runde.",
    en: "The title of the earlier round.",
  }),
  pastClosedOn: column(14, "tidligere_lukket", "past_closed", {
    da: "Den tidligere rundes sidste dag.",
    en: "The earlier round's last day.",
  }),
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof COLUMNS;

export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly ColumnName[];
