/** After sending: it is sent, a receipt, and what happens now. */
import type { Invitation, Receipt } from "#server/responses/contract";
import { dayAndMonth } from "#surveys/paper/day";
import { fillWords } from "#surveys/paper/words/words";
import { Icon } from "~/components/ui/icon";
import { Lytte, Thing } from "~/components/pictures/drawn";
import { usePlayer } from "./player-context";
import { Speaker } from "./speaker";
import { useArrival } from "./use-arrival";
import { useReadOnArrival } from "./voice";

interface ThanksPageProps {
  readonly invitation: Invitation;
  readonly receipt: Receipt;
  readonly isHelped?: boolean;
  readonly isNew: boolean;
  /** Where the next child of the group begins; absent for a card of one's own. */
  readonly nextHref?: string;
}

export function ThanksPage({
  invitation: { label, supportPlan },
  receipt,
  isHelped,
  isNew,
  nextHref,
}: ThanksPageProps) {
  const { words, language } = usePlayer();
  const heading = useArrival(isNew);
  const promises = isHelped ? [label.helperSentence] : label.sentences;
  const steps = [
    { thing: "ear", text: words.adultsListen },
    { thing: "left-speech-bubble", text: words.weTalk },
    {
      thing: "spiral-calendar",
      text: fillWords(words.youHear, dayAndMonth(new Date(receipt.feedbackDueAt), language)),
    },
  ];
  const spoken = [
    words.thanks,
    words.sent,
    ...steps.map(({ text }) => text),
    ...promises,
    ...(supportPlan ? [supportPlan] : []),
  ];
  useReadOnArrival(isNew, "thanks", spoken);
  return (
    <main className="child-page end-page">
      <Lytte mood="thanks" />
      <h1 ref={heading} tabIndex={-1}>
        {words.thanks}
      </h1>
      <p className="sent">
        <Icon name="cloud-check-fill" />
        {words.sent}
        <Speaker id="thanks" texts={spoken} />
      </p>
      <h2 className="visually-hidden">{words.whatHappens}</h2>
      <ol className="what-happens">
        {steps.map(({ thing, text }) => (
          <li key={thing}>
            <Thing name={thing} />
            <span>{text}</span>
          </li>
        ))}
      </ol>
      <div className="promise">
        <Thing name="locked" />
        <span>{promises.join(" ")}</span>
      </div>
      {supportPlan ? (
        <div className="promise">
          <Thing name="people-hugging" />
          <span>{supportPlan}</span>
        </div>
      ) : null}
      <p className="receipt">{fillWords(words.receipt, receipt.receipt)}</p>
      {nextHref ? (
        <a className="next" href={nextHref}>
          {words.nextChild}
          <Icon name="arrow-right-bold" isDirectional />
        </a>
      ) : null}
    </main>
  );
}
