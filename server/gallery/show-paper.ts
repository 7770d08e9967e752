/** A paper as it is looked at: with the words around it, its rests, and whether children have tried its pictures. */
import { soundsFor } from "#surveys/narration/narration";
import { shippedNarrations } from "#surveys/narration/shipped";
import type { Paper } from "#surveys/paper/paper";
import { isMade } from "#surveys/paper/scale-kinds";
import { playerWords } from "#surveys/paper/words/child-words";
import { helpFor } from "#surveys/paper/words/help-for";
import { picturePartsOf } from "#surveys/pictures/picture-parts";
import { isValidated } from "#surveys/pictures/validated";
import type { ShownPaper } from "./contract";

function hasUntriedPictures({ items }: Paper): boolean {
  const pictures = items.flatMap(({ picture, choices }) => [picture, ...choices.map((choice) => choice.picture)]);
  return pictures.some((picture) => picture && picturePartsOf(picture).some((part) => !isValidated(part)));
}

export function showPaper(paper: Paper): ShownPaper {
  const words = playerWords(paper.form, paper.locale);
  const help = paper.items.map((item) => helpFor(item, words));
  return {
    paper,
    words,
    voices: { order: "device-first", sounds: soundsFor(shippedNarrations, paper.locale, paper, words, help) },
    rests: paper.pages.flatMap((page) => ("rest" in page ? [page.rest] : [])),
    hasUntriedPictures: hasUntriedPictures(paper),
    takesOwnWords: paper.items.some(({ type }) => isMade(type)),
  };
}
