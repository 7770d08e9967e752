/**
 * The invitation of three to five years, for who cannot read: two sentences with a picture each, read aloud at the first
 * touch, and "Ja" and "Nej tak" with picture and sound and equal weight.
 */
import type { Invitation } from "#server/responses/contract";
import { DrawnPicture, Thing } from "~/components/pictures/drawn";
import type { Picture } from "#surveys/pictures/picture";
import { Bubble } from "./bubble";
import { usePlayer } from "./player-context";
import { Speaker } from "./speaker";
import { useFirstTouch, useVoice } from "./voice";

/** The same child at the same place: it comes along, or goes on its way. */
const child = (pose: { arms: "hand-up" | "wave"; posture?: "walking" }): Picture => ({
  kind: "scene",
  place: "room",
  parts: [{ skin: "honey", hair: "bob", hairColour: "brown", shirt: "leaf", mood: "smile", x: 140, y: 76, ...pose }],
});
const COMES = child({ arms: "hand-up" });
const GOES = child({ arms: "wave", posture: "walking" });

interface ConsentCardProps {
  readonly does: "join" | "leave";
  readonly picture: Picture;
  readonly text: string;
}

function ConsentCard({ does, picture, text }: ConsentCardProps) {
  const { dir } = usePlayer();
  return (
    <div className="answer">
      <button type="submit" className="answer-button" name="do" value={does}>
        <span className="answer-card">
          <span className="answer-picture">
            <DrawnPicture picture={picture} dir={dir} />
          </span>
          <span className="answer-label">{text}</span>
        </span>
      </button>
      <Speaker id={does} texts={[text]} />
    </div>
  );
}

export function YoungInvitation({ invitation: { paper, label } }: { readonly invitation: Invitation }) {
  const { words } = usePlayer();
  const { isOn, say } = useVoice();
  const told = [{ thing: "ear", text: paper.about }, ...label.sentences.map((text) => ({ thing: "locked", text }))];
  const texts = [...told.map(({ text }) => text), words.join];
  useFirstTouch(() => isOn && say("invitation", texts));
  return (
    <main className="invitation young-invitation">
      <ul className="told-pictures">
        {told.map(({ thing, text }) => (
          <li key={text}>
            <Thing name={thing} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <Bubble text={words.join} spokenTexts={texts} mood="waits" />
      <div className="answers" data-type="two-pictures" data-pictures>
        <ConsentCard does="join" picture={COMES} text={words.yes} />
        <ConsentCard does="leave" picture={GOES} text={words.no} />
      </div>
    </main>
  );
}
