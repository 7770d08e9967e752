/** All words around papers, in every language. For the server alone: a page is given those of its own language. */
import { audienceOf } from "../form";
import type { FormName } from "../form";
import type { Language } from "../language";
import ar from "./ar.json" with { type: "json" };
import da from "./da.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import pl from "./pl.json" with { type: "json" };
import tr from "./tr.json" with { type: "json" };
import uk from "./uk.json" with { type: "json" };
import ur from "./ur.json" with { type: "json" };
import type { ChildWords, PlayerWords } from "./words";

const WORDS: Readonly<Record<Language, ChildWords>> = { da, en, ar, tr, pl, uk, ur };

export const childWords = (language: Language): ChildWords => WORDS[language];

/** The words around a form: an observer does not refuse for the child, but may have had no chance to see it. */
export function playerWords(form: FormName, language: Language): PlayerWords {
  const { player, observer } = WORDS[language];
  return audienceOf(form) === "observer" ? { ...player, ...observer } : player;
}
