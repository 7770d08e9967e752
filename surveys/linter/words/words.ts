/** The word lists of every language; how one is written says `word-list.ts`. */
import type { Language } from "../../paper/language";
import { ar } from "./ar";
import { da } from "./da";
import { en } from "./en";
import { pl } from "./pl";
import { tr } from "./tr";
import { uk } from "./uk";
import { ur } from "./ur";
import type { WordLists } from "./word-list";

export const WORD_LISTS: Readonly<Record<Language, WordLists>> = { da, en, ar, tr, pl, uk, ur };
