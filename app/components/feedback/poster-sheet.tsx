/** One sheet for the wall: what the children said, what the adults do, and a square that leads to all of it. */
import { useTranslation } from "react-i18next";
import type { FeedbackPoster, Letter, PartName } from "#server/feedback/contract";
import { AUDIENCES, PARTS } from "#server/feedback/contract";
import type { Locale } from "#surveys/paper/local-text";
import { FEEDBACK_SCENES } from "#surveys/pictures/feedback-scenes";
import { DrawnPicture } from "../pictures/drawn";
import { Lytte } from "../pictures/lytte";

/** The youngest' words where there are some: on a wall everybody reads the same. */
const letterOf = ({ letters }: FeedbackPoster): Letter | undefined =>
  AUDIENCES.map((audience) => letters[audience]).find((letter) => letter !== undefined);

interface PosterPartProps {
  readonly letter: Letter;
  readonly part: PartName;
  readonly locale: Locale;
}

function PosterPart({ letter, part, locale }: PosterPartProps) {
  const { t } = useTranslation();
  const { text, picture } = letter.parts[part];
  const sentences = part === "said" ? letter.sentences : [];
  if (text === "" && sentences.length === 0) return null;
  return (
    <section className="poster-part">
      {picture ? <DrawnPicture picture={FEEDBACK_SCENES[picture]} /> : null}
      <div>
        <h2>{t(`feedback.parts.${part}`)}</h2>
        {ofBothKinds(sentences).map((sentence) => (
          <p key={sentence.id}>
            {t(`feedback.quantity.${sentence.quantity}`)} {sentence.ending[locale]}.
          </p>
        ))}
        {text === "" ? null : <p lang="da">{text}</p>}
      </div>
    </section>
  );
}

/** More does not fit one sheet that is read from two metres. The last ones are what is hardest: one of them is told, too. */
function ofBothKinds(sentences: Letter["sentences"]): Letter["sentences"] {
  return sentences.length <= 3 ? sentences : [...sentences.slice(0, 2), ...sentences.slice(-1)];
}

export function PosterSheet({ poster, locale }: { readonly poster: FeedbackPoster; readonly locale: Locale }) {
  const { t } = useTranslation();
  const letter = letterOf(poster);
  if (!letter) return <p className="warning">{t("feedback.posterNone")}</p>;
  return (
    <article className="poster">
      <header>
        <Lytte mood="thanks" />
        <div>
          <h1>
            {t("feedback.parts.said")} – {t("feedback.parts.doing").toLocaleLowerCase(locale)}
          </h1>
          <p>
            {poster.institutionName} · {poster.roundTitle[locale]}
          </p>
        </div>
      </header>
      {PARTS.map((part) => (
        <PosterPart key={part} letter={letter} part={part} locale={locale} />
      ))}
      {poster.scan ? (
        <footer>
          <span className="poster-qr" dangerouslySetInnerHTML={{ __html: poster.scan.drawing }} />
          <p>
            <strong>{t("feedback.posterScan")}</strong>
            <br />
            {poster.scan.address.replace(/^https?:\/\//, "")}
          </p>
        </footer>
      ) : null}
    </article>
  );
}
