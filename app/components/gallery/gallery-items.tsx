/** All items of a paper, each drawn and read aloud as in the player; answers may be tried and go nowhere. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Paper, PaperItem } from "#surveys/paper/paper";
import { startWalk } from "#surveys/paper/walk";
import { Answers } from "../player/answers";
import { Bubble } from "../player/bubble";
import { MissingVoice } from "../player/missing-voice";
import { PaperSurroundings } from "./paper-surroundings";

/** No response: nothing that is tried here is kept or sent. */
const NOBODY = "0".repeat(32);

function GalleryItem({ item, paper }: { readonly item: PaperItem; readonly paper: Paper }) {
  const { t } = useTranslation();
  const [walk] = useState(() => ({ ...startWalk(NOBODY), stage: "asking" as const }));
  return (
    <li className="gallery-item">
      <p className="gallery-name" lang="en" dir="ltr">
        {item.name} · {t(`gallery.scales.${item.type}`)}
      </p>
      <div
        className="child gallery-stage"
        data-theme={item.theme}
        data-band={paper.band}
        lang={paper.locale}
        dir={paper.dir}
      >
        <div className="question">
          <Bubble text={item.question} stress={item.stress} sound={item.sound} />
          <Answers item={item} walk={walk} />
        </div>
      </div>
    </li>
  );
}

export function GalleryItems({ paper }: { readonly paper: Paper }) {
  return (
    <PaperSurroundings key={`${paper.survey} ${paper.form} ${paper.locale}`} paper={paper}>
      <section className="gallery-about" lang={paper.locale} dir={paper.dir}>
        <h2>{paper.title}</h2>
        <p>{paper.about}</p>
        <MissingVoice />
      </section>
      <ol className="gallery-items">
        {paper.items.map((item) => (
          <GalleryItem key={item.name} item={item} paper={paper} />
        ))}
      </ol>
    </PaperSurroundings>
  );
}
