/** One question: the same five places on every page (top, bubble, answers, quiet answers, onward). */
import type { Paper, PaperItem } from "#surveys/paper/paper";
import { Icon } from "~/components/ui/icon";
import { Answers } from "./answers";
import { Bubble } from "./bubble";
import { Thing } from "~/components/pictures/drawn";
import { usePlayer } from "./player-context";
import { TopBar } from "./top-bar";
import type { LivingWalk } from "./use-walk";
import { MissingVoice } from "./missing-voice";
import { WalkForm } from "./walk-form";

interface QuestionPageProps {
  readonly paper: Paper;
  readonly item: PaperItem;
  readonly living: LivingWalk;
}

function Foot({ item, living }: Pick<QuestionPageProps, "item" | "living">) {
  const { words } = usePlayer();
  const reason = living.walk.nonAnswers[item.name];
  return (
    <footer className="foot">
      <button type="submit" className="round back" name="do" value="back" aria-label={words.back}>
        <Icon name="arrow-left-bold" isDirectional />
      </button>
      <button type="submit" className="pill" name="do" value="decline" aria-pressed={reason === "declined"}>
        <Thing name="zipper-mouth-face" />
        {words.declined}
      </button>
      <button
        type="submit"
        className="pill"
        name="do"
        value="not-understood"
        aria-pressed={reason === "not-understood"}
      >
        <Thing name="thinking-face" />
        {words.notUnderstood}
      </button>
      <button type="submit" className="next" name="do" value="next">
        {words.next}
        <Icon name="arrow-right-bold" isDirectional />
      </button>
    </footer>
  );
}

export function QuestionPage({ paper, item, living }: QuestionPageProps) {
  const { words } = usePlayer();
  const { walk, hasMoved, edition } = living;
  const isSeveral = item.type === "choose-pictures" && item.maxChoices !== undefined;
  return (
    <WalkForm living={living} onEnter="next" className="child-page question-page">
      <TopBar paper={paper} walk={walk} />
      <main key={`${item.name} ${edition}`} className="question">
        <input type="hidden" name={`asked.${item.name}`} value="" />
        <Bubble text={item.question} stress={item.stress} sound={item.sound} isNew={hasMoved}>
          {isSeveral && item.maxChoices ? <p>{words.atMost(item.maxChoices)}</p> : null}
        </Bubble>
        <MissingVoice />
        <Answers item={item} walk={walk} />
      </main>
      <Foot item={item} living={living} />
    </WalkForm>
  );
}
