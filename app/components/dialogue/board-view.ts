/** A class's board as its pages draw it: one step at a time, in one language, so that a page holds no more than what it shows. */
import type { Board, BoardCard, BoardFigure } from "#server/dialogues/contract";
import type { FormName } from "#surveys/paper/form";
import type { Locale } from "#surveys/paper/local-text";
import type { Theme } from "#surveys/paper/paper";
import { drawPicture } from "#surveys/pictures/draw-picture";
import { THINGS_URL } from "../pictures/thing";

export interface FigureView extends Omit<BoardFigure, "ending"> {
  readonly ending: string;
}

export interface CardView {
  readonly theme: Theme;
  readonly item: string;
  readonly question: string;
  readonly figure?: FigureView;
  readonly talk: readonly string[];
  /** SVG of our own making; absent where the item has no picture. */
  readonly drawing?: string;
  readonly isScene: boolean;
}

export interface BoardView {
  readonly form: FormName;
  readonly group: readonly string[];
  readonly institution: string;
  readonly expiresAt: string;
  readonly count: number;
  /** 0 is what the adult reads first, `count` + 1 the thanks. */
  readonly nr: number;
  readonly card?: CardView;
  /** For the adult alone, at step 0. */
  readonly shown: readonly { readonly question: string; readonly hasFigure: boolean }[];
}

const wordsOf = ({ ending, ...figure }: BoardFigure, locale: Locale): FigureView => ({
  ...figure,
  ending: ending[locale],
});

function cardView({ item, theme, question, figure, talk }: BoardCard, board: Board, locale: Locale): CardView {
  const picture = board.pictures.find((one) => one.item === item)?.picture;
  return {
    theme,
    item,
    question: question[locale],
    ...(figure && { figure: wordsOf(figure, locale) }),
    talk: talk.map((one) => one[locale]),
    ...(picture && { drawing: drawPicture(picture, { thingsUrl: THINGS_URL, shape: "4:3" }) }),
    isScene: picture?.kind === "scene",
  };
}

/** `asked`: what stands in the address. */
export function boardView(board: Board, asked: string | null, locale: Locale): BoardView {
  const { form, group = [], institutionName: institution, expiresAt, cards } = board;
  const count = cards.length;
  const nr = Math.min(Math.max(Math.trunc(Number(asked ?? 0)) || 0, 0), count + 1);
  const card = cards[nr - 1];
  return {
    ...{ form, group, institution, expiresAt, count, nr },
    ...(card && { card: cardView(card, board, locale) }),
    shown:
      nr === 0 ? cards.map(({ question, figure }) => ({ question: question[locale], hasFigure: Boolean(figure) })) : [],
  };
}
