/** What came of what the children said: seen and heard by the youngest, read by the older ones. */
import type { Language } from "#surveys/paper/language";
import { directionOf } from "#surveys/paper/language";
import type { Voices } from "#surveys/narration/voices";
import type { ResultWords } from "#surveys/paper/words/words";
import type { Audience } from "#server/feedback/contract";
import { DrawnPicture } from "../pictures/drawn";
import { Bubble } from "../player/bubble";
import { ChildFrame } from "../player/child-frame";
import { useDocumentWords } from "../player/door-words";
import { MissingVoice } from "../player/missing-voice";
import { Speaker } from "../player/speaker";
import { useVoice, VoiceProvider } from "../player/voice";
import { FEEDBACK_SCENES } from "#surveys/pictures/feedback-scenes";
import type { ResultCard, ResultView, Told } from "./make-view";

export interface ResultPageProps {
  readonly view: ResultView;
  readonly words: ResultWords;
  readonly isInvented: boolean;
  /** What reads the answer aloud, by language. */
  readonly voices: Partial<Readonly<Record<Language, Voices>>>;
  /** Of this page, without a language: `?lang=…&for=` is added. */
  readonly langQuery: string;
}

/** A sentence; what is being read of it is marked. */
function Sentence({ id, pieces }: { readonly id: string; readonly pieces: readonly string[] }) {
  const { spoken } = useVoice();
  const isRead = spoken?.id === id && pieces.includes(spoken.text);
  const text = pieces.join(" ");
  return <p data-read={isRead || undefined}>{isRead ? <mark data-read>{text}</mark> : text}</p>;
}

function Texts({ id, told, before }: { readonly id: string; readonly told: Told; readonly before: readonly string[] }) {
  const texts = [...before, ...told.sentences.flat()];
  return (
    <div className="result-texts">
      <div lang={told.language} dir={directionOf(told.language)}>
        {told.sentences.map((pieces) => (
          <Sentence key={pieces.join(" ")} id={id} pieces={pieces} />
        ))}
      </div>
      <Speaker id={id} texts={texts} size="large" />
    </div>
  );
}

interface CardProps {
  readonly card: ResultCard;
  readonly language: Language;
  readonly voices: ResultPageProps["voices"];
}

function Card({ card: { part, title, picture, told }, language, voices }: CardProps) {
  return (
    <section className="result-card" aria-labelledby={`part-${part}`}>
      {picture ? (
        <div className="result-picture">
          <DrawnPicture picture={picture} dir={directionOf(language)} />
        </div>
      ) : null}
      <div className="result-words">
        <h2 id={`part-${part}`}>{title}</h2>
        {told.map((one) => {
          const id = `${part} ${one.language}`;
          const own = voices[one.language];
          // In another language another voice reads, which would misread the page's own words.
          if (one.language === language || !own) return <Texts key={id} id={id} told={one} before={[title]} />;
          return (
            <VoiceProvider key={id} language={one.language} voices={own}>
              <Texts id={id} told={one} before={[]} />
              <MissingVoice />
            </VoiceProvider>
          );
        })}
      </div>
    </section>
  );
}

const PICTURES = { young: FEEDBACK_SCENES.playing, older: FEEDBACK_SCENES.deciding } as const;

function Choice({ view, words, langQuery }: Pick<ResultPageProps, "view" | "words" | "langQuery">) {
  const { language } = useDocumentWords();
  const address = (audience: Audience) => `?for=${audience}${langQuery.replace("?", "&")}`;
  return (
    <nav className="result-choice" aria-label={words.who}>
      {view.choices.map((audience) => (
        <a key={audience} href={address(audience)}>
          <DrawnPicture picture={PICTURES[audience]} dir={directionOf(language)} />
          <span>{words[audience]}</span>
        </a>
      ))}
    </nav>
  );
}

/** What is owed; where nothing has been told yet its first sentence is the page's heading. */
function Status({ view: { status, owner, isLate } }: Pick<ResultPageProps, "view">) {
  if (status.length === 0 && !owner) return null;
  return (
    <section className="result-status" data-late={isLate || undefined}>
      <div>
        {status.map((text) => (
          <Sentence key={text} id="status" pieces={[text]} />
        ))}
        {owner ? <p className="result-owner">{owner}</p> : null}
      </div>
      {status.length > 0 ? <Speaker id="status" texts={status} size="large" /> : null}
    </section>
  );
}

function WaitingScene() {
  const { language } = useDocumentWords();
  return (
    <div className="result-scene">
      <DrawnPicture picture={FEEDBACK_SCENES.listening} dir={directionOf(language)} />
    </div>
  );
}

export function ResultPage({ view, words, isInvented, voices, langQuery }: ResultPageProps) {
  const { language, frame } = useDocumentWords();
  const { audience, cards, institutionName, roundTitle, heard, note } = view;
  const [first, ...others] = view.status;
  const isEmpty = audience !== undefined && cards.length === 0 && first !== undefined;
  const title = isEmpty ? first : audience ? words.title : words.who;
  return (
    <div className="result" data-audience={audience ?? "both"}>
      <ChildFrame language={language} words={frame} isInvented={isInvented} voices={voices[language]}>
        <Bubble text={title} mood={view.isLate ? "waits" : "thanks"}>
          <p>
            <bdi>{institutionName}</bdi> · <bdi>{roundTitle}</bdi>
            {heard && audience ? ` · ${heard}` : ""}
          </p>
        </Bubble>
        <MissingVoice />
        {audience ? null : <Choice view={view} words={words} langQuery={langQuery} />}
        {note ? <p className="result-note">{note}</p> : null}
        {cards.map((card) => (
          <Card key={card.part} card={card} language={language} voices={voices} />
        ))}
        {isEmpty ? <WaitingScene /> : null}
        <Status view={isEmpty ? { ...view, status: others } : view} />
      </ChildFrame>
    </div>
  );
}
