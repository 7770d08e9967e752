/** After sending: it is sent, a receipt, and what happens now. */
import type { Invitation, Receipt } from "#server/responses/contract";
import { dayAndMonth } from "#surveys/paper/day";
import { fillWords } from "#surveys/paper/words/words";
import { Icon } from "~/components/ui/icon";
import { urls } from "~/urls";
import { Lytte, Thing } from "~/components/pictures/drawn";
import { usePlayer } from "./player-context";
import { EndPage } from "./end-page";
import { LinkedText } from "./linked-text";
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

/** The same page for all of the institution's children: its address tells nothing of who reads it. */
function LookHere({ code }: { readonly code: string }) {
  const { words } = usePlayer();
  const address = urls.childrensResult(code);
  return (
    <div className="promise">
      <Thing name="open-book" />
      <span>
        {words.lookHere}: <a href={address}>{address}</a>
      </span>
    </div>
  );
}

export function ThanksPage({ invitation, receipt, isHelped, isNew, nextHref }: ThanksPageProps) {
  const { label, supportPlan, resultCode } = invitation;
  const { words, language, band } = usePlayer();
  const heading = useArrival(isNew);
  // The one sentence of the youngest is about the way that lies behind them.
  const told = band === "3-5" ? [] : label.sentences;
  const promises = isHelped ? [label.helperSentence] : told;
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
    <EndPage>
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
      {promises.length > 0 ? (
        <div className="promise">
          <Thing name="locked" />
          <span>{promises.join(" ")}</span>
        </div>
      ) : null}
      {supportPlan ? (
        <div className="promise">
          <Thing name="people-hugging" />
          <span>
            <LinkedText text={supportPlan} />
          </span>
        </div>
      ) : null}
      {resultCode ? <LookHere code={resultCode} /> : null}
      <p className="receipt">{fillWords(words.receipt, receipt.receipt)}</p>
      {nextHref ? (
        <a className="next" href={nextHref}>
          {words.nextChild}
          <Icon name="arrow-right-bold" isDirectional />
        </a>
      ) : null}
    </EndPage>
  );
}
