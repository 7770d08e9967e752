/** All words around papers, in every language. For the server alone: a page is given those of its own language. */
import type { Language } from "../language";
import ar from "./ar.json" with { type: "json" };
import da from "./da.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import pl from "./pl.json" with { type: "json" };
import tr from "./tr.json" with { type: "json" };
import uk from "./uk.json" with { type: "json" };
import ur from "./ur.json" with { type: "json" };
import type { ChildWords } from "./words";

const WORDS: Readonly<Record<Language, ChildWords>> = { da, en, ar, tr, pl, uk, ur };

export const childWords = (language: Language): ChildWords => WORDS[language];
