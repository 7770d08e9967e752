/**
 * "Jeg vil tale med en voksen", on every page of a child's way: how to find an adult here, by age, and from ten years whom
 * one may phone. Nothing is stored and nothing is sent.
 */
import { Thing } from "~/components/pictures/drawn";
import { Icon } from "~/components/ui/icon";
import { AskAnAdult } from "./ask-an-adult";
import { Fold } from "./fold";
import { PhoneLink } from "./linked-text";
import { useFrame } from "./player-context";
import { Speaker } from "./speaker";
import { useVoice } from "./voice";

export function HelpButton() {
  const { help } = useFrame().words;
  const { isOn, say } = useVoice();
  const texts = [...help.sentences, help.notKept];
  return (
    <Fold
      className="help"
      buttonClass="round"
      label={help.open}
      button={<Thing name="people-hugging" />}
      onOpen={() => isOn && say("help", texts)}
    >
      <section className="help-card" aria-label={help.open}>
        <AskAnAdult className="help-picture" isPlain />
        <div className="help-head">
          <h2>{help.open}</h2>
          <Speaker id="help" texts={texts} />
        </div>
        {help.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {help.phone ? (
          <p className="help-phone">
            <Icon name="phone-fill" />
            <span>
              {help.phone.name} <PhoneLink number={help.phone.number} />
            </span>
          </p>
        ) : null}
        <p className="help-kept">{help.notKept}</p>
      </section>
    </Fold>
  );
}
