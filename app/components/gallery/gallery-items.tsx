/** All items of a paper, each drawn and read aloud as in the player; answers may be tried and go nowhere. */
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ShownPaper } from "#server/gallery/contract";
import type { Paper, PaperItem } from "#surveys/paper/paper";
import { startWalk } from "#surveys/paper/walk";
import type { Walk } from "#surveys/paper/walk";
import { Bubble } from "../player/bubble";
import { NextButton } from "../player/feet";
import { MissingVoice } from "../player/missing-voice";
import { PlayerProvider } from "../player/player-context";
import { QuietAnswers } from "../player/quiet-answers";
import { QuestionBlock } from "../player/question-block";
import { QuestionPicture } from "../player/question-picture";
import { ScaleHelp } from "../player/scale-help";
import { ScaleItem } from "../player/scale-item";
import { useSteps } from "../player/use-steps";
import { VoiceProvider } from "../player/voice";
import { withOwnSounds } from "../player/own-sounds";

/** No response: nothing that is tried here is kept or sent. */
const NOBODY = "0".repeat(32);

/** A paper of one item, asked whatever was answered elsewhere. */
function paperOf(item: PaperItem, paper: Paper): Paper {
  return { ...paper, items: [{ ...item, visibleIf: undefined, enableIf: undefined }], pages: [{ items: [item.name] }] };
}

/** A walk that stands at the one item, and stays there. */
const AT_ITEM = { stage: "asking", pageIndex: 0 } as const;
const START: Walk = { ...startWalk(NOBODY, 0), ...AT_ITEM };

interface GalleryItemProps {
  readonly item: PaperItem;
  readonly paper: Paper;
}

function Question({ item, paper }: GalleryItemProps) {
  const own = useMemo(() => paperOf(item, paper), [item, paper]);
  const { walk, take, replace, onSubmit, onChange } = useSteps(own, START);
  useEffect(() => {
    if (walk.stage !== AT_ITEM.stage || walk.pageIndex !== AT_ITEM.pageIndex) replace({ ...walk, ...AT_ITEM });
  }, [walk, replace]);
  const order = item.choices.map(({ value }) => value);
  const isYoung = paper.band === "3-5" || paper.band === "6-9";
  return (
    <form onSubmit={onSubmit} onChange={onChange}>
      <input type="hidden" name={`asked.${item.name}`} value="" />
      {isYoung ? (
        <div className="question">
          <Bubble
            picture={<QuestionPicture item={item} />}
            text={item.question}
            stress={item.stress}
            spokenTexts={[item.narration ?? item.question]}
          >
            <ScaleHelp item={item} />
          </Bubble>
          <ScaleItem item={item} order={order} walk={walk} take={take} />
          <div className="foot">
            <QuietAnswers item={item} reason={walk.nonAnswers[item.name]} />
            {item.type === "two-step" ? <NextButton /> : null}
          </div>
        </div>
      ) : (
        <QuestionBlock item={item} order={order} walk={walk} take={take} isOpen />
      )}
    </form>
  );
}

function GalleryItem({ item, paper }: GalleryItemProps) {
  const { t } = useTranslation();
  return (
    <li className="gallery-item">
      <p className="gallery-name">
        {item.name} · {t(`gallery.scales.${item.type}`)}
        {item.isPractice ? ` · ${t("gallery.practice")}` : null}
      </p>
      <div
        className="child gallery-stage"
        data-theme={item.theme}
        data-band={paper.band}
        data-form={paper.form}
        lang={paper.locale}
        dir={paper.dir}
      >
        <Question item={item} paper={paper} />
      </div>
    </li>
  );
}

interface GalleryItemsProps {
  readonly shown: ShownPaper;
  /** Nobody who speaks the language has signed the words. */
  readonly isUnsigned?: boolean;
}

export function GalleryItems({ shown, isUnsigned = false }: GalleryItemsProps) {
  const { t } = useTranslation();
  const { paper, words, voices, rests, hasUntriedPictures, takesOwnWords } = shown;
  const spoken = useMemo(() => withOwnSounds(voices, paper), [voices, paper]);
  const notices = [
    isUnsigned && t("gallery.unsigned"),
    hasUntriedPictures && t("gallery.untried"),
    takesOwnWords && t("gallery.ownWords"),
  ].filter(Boolean);
  const key = useMemo(() => `${paper.survey} ${paper.version} ${paper.form} ${paper.locale}`, [paper]);
  return (
    <PlayerProvider key={key} words={words} language={paper.locale} band={paper.band}>
      <VoiceProvider language={paper.locale} voices={spoken}>
        {notices.length > 0 ? <p className="gallery-notice">{notices.join(" ")}</p> : null}
        <section className="gallery-about" lang={paper.locale} dir={paper.dir}>
          <h2>{paper.title}</h2>
          {paper.about === paper.title ? null : <p>{paper.about}</p>}
          <MissingVoice />
        </section>
        <ol className="gallery-items">
          {paper.items.map((item) => (
            <GalleryItem key={item.name} item={item} paper={paper} />
          ))}
        </ol>
        {rests.length > 0 ? (
          <section className="gallery-about">
            <h2>{t("gallery.rests")}</h2>
            <ul lang={paper.locale} dir={paper.dir}>
              {[...new Set(rests)].map((rest) => (
                <li key={rest}>{rest}</li>
              ))}
            </ul>
          </section>
        ) : null}
      </VoiceProvider>
    </PlayerProvider>
  );
}
