/** A rest between questions: a sentence, a picture of somebody who stretches, nothing to answer. */
import type { Invitation } from "#server/responses/contract";
import type { Picture } from "#surveys/pictures/picture";
import { DrawnPicture } from "~/components/pictures/drawn";
import { Bubble } from "./bubble";
import { PlainFoot } from "./feet";
import { MissingVoice } from "./missing-voice";
import { usePlayer } from "./player-context";
import { TopBar } from "./top-bar";
import type { LivingWalk } from "./use-walk";
import { WalkForm } from "./walk-form";

const STRETCHING: Picture = {
  kind: "scene",
  place: "garden",
  parts: [
    { thing: "deciduous-tree", x: 46, y: 92, size: 120 },
    {
      skin: "honey",
      hair: "bob",
      hairColour: "brown",
      shirt: "leaf",
      mood: "calm",
      arms: "up",
      x: 140,
      y: 76,
      scale: 1,
    },
    { thing: "seedling", x: 286, y: 206, size: 56 },
  ],
  alt: { da: "Et barn strækker armene op i en have", en: "A child stretches its arms in a garden" },
};

interface RestPageProps {
  readonly invitation: Invitation;
  readonly text: string;
  readonly living: LivingWalk;
}

export function RestPage({ invitation, text, living }: RestPageProps) {
  const { dir } = usePlayer();
  return (
    <WalkForm living={living} onEnter="next" className="child-page rest-page">
      <TopBar invitation={invitation} walk={living.walk} />
      <main key={living.walk.pageIndex} className="question rest">
        <Bubble text={text} mood="waits" isNew={living.hasMoved} />
        <MissingVoice />
        <div className="rest-picture">
          <DrawnPicture picture={STRETCHING} dir={dir} />
        </div>
      </main>
      <PlainFoot />
    </WalkForm>
  );
}
