/** All words around papers, in every language. For the server alone: a page is given those of its own language. */
import { audienceOf, bandOf } from "../form";
import type { AgeBand, FormName } from "../form";
import type { Language } from "../language";
import ar from "./ar.json" with { type: "json" };
import da from "./da.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import pl from "./pl.json" with { type: "json" };
import tr from "./tr.json" with { type: "json" };
import uk from "./uk.json" with { type: "json" };
import ur from "./ur.json" with { type: "json" };
import type { ChildWords, HelpWords, PlayerWords } from "./words";

const WORDS: Readonly<Record<Language, ChildWords>> = { da, en, ar, tr, pl, uk, ur };

export const childWords = (language: Language): ChildWords => WORDS[language];

/** BørneTelefonen, the helpline every country of the European Union has at this number (2007/116/EC), free to call. */
const HELPLINE = "116 111";

/** Who cannot phone alone is not told to; a page whose age is not known (a door) says what suits the youngest readers. */
export function helpWords(language: Language, band: AgeBand = "6-9"): HelpWords {
  const { ages, phone, ...words } = WORDS[language].player.help;
  const age = band === "0-2" ? "3-5" : band;
  const mayPhone = age === "10-12" || age === "13-18";
  return { ...words, sentences: ages[age], ...(mayPhone && { phone: { name: phone, number: HELPLINE } }) };
}

/** The words around a form: an observer does not refuse for the child, but may have had no chance to see it. */
export function playerWords(form: FormName, language: Language): PlayerWords {
  const { player, observer } = WORDS[language];
  const help = helpWords(language, bandOf(form));
  return { ...player, ...(audienceOf(form) === "observer" && observer), help };
}
