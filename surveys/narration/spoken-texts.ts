/** Everything of a paper that is read aloud: what is written on its pages, by its words. */
import type { Paper } from "../paper/paper";
import { textsIn } from "./texts-in";

/** Texts with words to be filled in (`{name}`) are left to the device's voice: nobody can read them beforehand. */
const isFixed = (text: string): boolean => !/\{[^}]*\}/.test(text);

export function spokenTexts({ title, about, items, pages }: Paper): string[] {
  const onPages = pages.map((page) => ("rest" in page ? page.rest : page.title));
  // What has a narration is read in its words.
  const asked = items.map(({ question, narration = question, ...item }) => ({ narration, ...item }));
  return textsIn([title, about, asked, onPages]).filter(isFixed);
}
