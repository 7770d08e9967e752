/**
 * A page of questions. One question has the same five places on every page (top, bubble, answers, quiet answers,
 * onward); several questions, and all of a young person's, stand in blocks below each other. The page's heading says what is
 * asked: its title, or its first question.
 */
import type { Invitation } from "#server/responses/contract";
import type { CurrentPage } from "#surveys/paper/walk";
import { Bubble } from "./bubble";
import { PlainFoot, QuestionFoot } from "./feet";
import { MissingVoice } from "./missing-voice";
import { usePlayer } from "./player-context";
import { QuestionBlock } from "./question-block";
import { QuestionPicture } from "./question-picture";
import { ScaleItem } from "./scale-item";
import { ScaleHelp } from "./scale-help";
import { TopBar } from "./top-bar";
import { useArrival } from "./use-arrival";
import type { LivingWalk } from "./use-walk";
import { WalkForm } from "./walk-form";
import { LytteHead } from "~/components/pictures/drawn";
import { Icon } from "~/components/ui/icon";
import { inSentences } from "./in-sentences";
import { questionTexts } from "./page-texts";
import { SoundSwitch } from "./sound-switch";
import { useReadOnArrival } from "./voice";

type Questions = Extract<CurrentPage, { items: unknown }>;

interface QuestionPageProps {
  readonly invitation: Invitation;
  readonly page: Questions;
  readonly living: LivingWalk;
}

/** The page's items as the paper shows them now: arranged, and with words filled in. */
function shownItems({ invitation: { paper }, page }: Pick<QuestionPageProps, "invitation" | "page">) {
  return page.items.flatMap(({ name, choices }) =>
    paper.items.flatMap((item) => (item.name === name ? [{ item, order: choices.map(({ value }) => value) }] : [])),
  );
}

/** At a try whatever was chosen is right. */
function Practice({ isDone }: { readonly isDone: boolean }) {
  const { words } = usePlayer();
  return (
    <p className="practice" role="status">
      {isDone ? (
        words.practiceDone
      ) : (
        <>
          <strong>{words.practice}:</strong> {words.practiceHelp}
        </>
      )}
    </p>
  );
}

function OneQuestion({ invitation, page, living }: QuestionPageProps) {
  const { words } = usePlayer();
  const { walk, hasMoved, take } = living;
  const [shown] = shownItems({ invitation, page });
  if (!shown) return null;
  const { item, order } = shown;
  const tried = page.isPractice ? [words.practice, words.practiceHelp] : [];
  return (
    <WalkForm living={living} onEnter="next" className="child-page question-page">
      <TopBar invitation={invitation} walk={walk} />
      <main key={item.name} className="question" data-asks={item.type}>
        {page.isPractice ? <Practice isDone={living.isAnswered} /> : null}
        <Bubble
          picture={<QuestionPicture item={item} />}
          text={item.question}
          stress={item.stress}
          spokenTexts={[...tried, ...questionTexts(item, words)]}
          isNew={hasMoved}
        >
          <ScaleHelp item={item} />
        </Bubble>
        <MissingVoice />
        <ScaleItem
          item={item}
          order={order}
          walk={walk}
          take={take}
          isOpen={page.open.some(({ name }) => name === item.name)}
        />
      </main>
      <QuestionFoot item={item} walk={walk} />
    </WalkForm>
  );
}

function SeveralQuestions({ invitation, page, living }: QuestionPageProps) {
  const { band } = usePlayer();
  const { walk, hasMoved, take } = living;
  const { label } = invitation;
  const shown = shownItems({ invitation, page });
  const title = page.title ?? shown[0]?.item.question ?? "";
  const heading = useArrival(hasMoved, String(walk.pageIndex));
  useReadOnArrival(hasMoved, `page ${walk.pageIndex}`, [title]);
  return (
    <WalkForm living={living} onEnter="next" className="child-page question-page blocks-page">
      <TopBar invitation={invitation} walk={walk} />
      <main key={walk.pageIndex} className="question blocks">
        {band === "13-18" ? (
          <p className="anonymity">
            <Icon name="shield-check-fill" />
            <span>{inSentences([...(label.title ? [label.title] : []), ...label.sentences.slice(1, 2)])}</span>
          </p>
        ) : null}
        <div className="page-head">
          {band === "10-12" ? <LytteHead /> : null}
          {page.title ? (
            <h1 ref={heading} tabIndex={-1} className="page-title">
              {page.title}
            </h1>
          ) : null}
          <SoundSwitch />
        </div>
        {page.isPractice ? <Practice isDone={living.isAnswered} /> : null}
        <MissingVoice />
        {shown.map(({ item, order }, index) => (
          <QuestionBlock
            key={item.name}
            item={item}
            order={order}
            walk={walk}
            take={take}
            isOpen={page.open.some(({ name }) => name === item.name)}
            heading={page.title === undefined && index === 0 ? heading : undefined}
          />
        ))}
      </main>
      <PlainFoot />
    </WalkForm>
  );
}

export function QuestionPage(props: QuestionPageProps) {
  const { band } = usePlayer();
  return props.page.items.length > 1 || band === "13-18" ? <SeveralQuestions {...props} /> : <OneQuestion {...props} />;
}
