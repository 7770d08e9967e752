/** One of several questions on a page: its heading with a loudspeaker, the answers, the two quiet answers. */
import type { RefObject } from "react";
import type { PaperItem } from "#surveys/paper/paper";
import type { Walk } from "#surveys/paper/walk";
import { questionTexts } from "./page-texts";
import { usePlayer } from "./player-context";
import { QuietAnswers } from "./quiet-answers";
import { QuestionPicture } from "./question-picture";
import { ScaleHelp } from "./scale-help";
import { ScaleItem } from "./scale-item";
import { Speaker } from "./speaker";
import { SpokenText } from "./spoken-text";
import type { Take } from "./use-steps";
import { useVoice } from "./voice";

interface QuestionBlockProps {
  readonly item: PaperItem;
  readonly order?: readonly string[];
  readonly walk: Walk;
  readonly take: Take;
  readonly isOpen: boolean;
  /** It is the page's heading, where keyboard and screen reader begin. */
  readonly heading?: RefObject<HTMLHeadingElement>;
}

export function QuestionBlock({ item, order, walk, take, isOpen, heading }: QuestionBlockProps) {
  const { spoken } = useVoice();
  const { words, band } = usePlayer();
  const { name, question, stress } = item;
  const id = `question ${name}`;
  const asked = questionTexts(item, words);
  // Young people have no loudspeaker on each answer; the answers come in the order in which they stand.
  const answers = item.choices.map(({ label }) => label);
  const isRead = spoken?.id === id && spoken.text === question;
  const Heading = heading ? "h1" : "h2";
  return (
    <section className="question-block" aria-labelledby={`q-${name}`}>
      <div className="question-head">
        <QuestionPicture item={item} />
        <div className="question-words">
          <Heading id={`q-${name}`} ref={heading} tabIndex={heading ? -1 : undefined}>
            <SpokenText text={question} stress={stress} word={isRead ? spoken.word : undefined} />
          </Heading>
          <ScaleHelp item={item} />
        </div>
        <Speaker id={id} texts={band === "13-18" ? [...asked, ...answers] : asked} />
      </div>
      <ScaleItem item={item} order={order} walk={walk} take={take} isOpen={isOpen} />
      <div className="quiet-answers">
        <QuietAnswers item={item} reason={walk.nonAnswers[name]} isPlain />
      </div>
    </section>
  );
}
