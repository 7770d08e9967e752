/** What is written to one audience: sentences of the result to pass on, four parts in own words, a picture beside each. */
import { useTranslation } from "react-i18next";
import type { PartName } from "#server/feedback/contract";
import { MOST_WORDS, PARTS } from "#server/feedback/contract";
import { FEEDBACK_PICTURES } from "#surveys/pictures/feedback-picture-names";
import { FEEDBACK_PICTURE_NAMES, FEEDBACK_SCENES } from "#surveys/pictures/feedback-scenes";
import type { AdultFrameData } from "../layout/adult-frame";
import { DrawnPicture } from "../pictures/drawn";
import type { ShownLetter } from "./fields";
import { FIELDS } from "./fields";

interface LetterProps {
  readonly frame: Pick<AdultFrameData, "locale">;
  readonly letter: ShownLetter;
}

function Sentences({ frame, letter: { page, sentences } }: LetterProps) {
  const { t } = useTranslation();
  if (page.proposals.length === 0) return <p className="small-print">{t("feedback.noSentences")}</p>;
  return (
    <ul className="said-sentences">
      {page.proposals.map(({ sentence, theme }) => (
        <li key={sentence.id}>
          <label>
            <input
              type="checkbox"
              name={FIELDS.sentence(page.audience)}
              value={sentence.id}
              defaultChecked={sentences.includes(sentence.id)}
            />
            <span>
              {t(`feedback.quantity.${sentence.quantity}`)} {sentence.ending[frame.locale]}.{" "}
              <small>{t(`themes.${theme}`)}</small>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function Pictures({ frame, letter: { page, parts }, part }: LetterProps & { readonly part: PartName }) {
  const { t } = useTranslation();
  const name = FIELDS.picture(page.audience, part);
  const chosen = parts[part].picture ?? "";
  return (
    <fieldset className="picture-choice">
      <legend>{t("feedback.picture")}</legend>
      <label className="no-picture">
        <input type="radio" name={name} value="" defaultChecked={chosen === ""} /> {t("feedback.pictureNone")}
      </label>
      {FEEDBACK_PICTURES.map((picture) => (
        <label key={picture}>
          <input type="radio" name={name} value={picture} defaultChecked={chosen === picture} />
          <DrawnPicture picture={FEEDBACK_SCENES[picture]} />
          <span>{FEEDBACK_PICTURE_NAMES[picture][frame.locale]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function PartFields({ frame, letter, part }: LetterProps & { readonly part: PartName }) {
  const { t } = useTranslation();
  const { audience } = letter.page;
  const id = FIELDS.text(audience, part);
  return (
    <section className="letter-part">
      <h3>{t(`feedback.parts.${part}`)}</h3>
      <p className="small-print" id={`${id}.help`}>
        {t(`feedback.help.${part}`)}
      </p>
      {part === "said" ? <Sentences frame={frame} letter={letter} /> : null}
      <div className="field">
        <label htmlFor={id}>{t("feedback.text")}</label>
        <textarea
          id={id}
          name={id}
          rows={3}
          maxLength={MOST_WORDS}
          defaultValue={letter.parts[part].text}
          aria-describedby={`${id}.help`}
        />
      </div>
      {audience === "young" ? (
        <details
          className="picture-fold"
          open={letter.parts[part].picture === undefined && letter.parts[part].text !== ""}
        >
          <summary>
            {t("feedback.picture")}
            {letter.parts[part].picture ? null : <small> – {t("feedback.pictureNone")}</small>}
          </summary>
          <Pictures frame={frame} letter={letter} part={part} />
        </details>
      ) : null}
    </section>
  );
}

export function LetterFields({ frame, letter, isOnly }: LetterProps & { readonly isOnly: boolean }) {
  const { t } = useTranslation();
  const { audience } = letter.page;
  return (
    <section className="card letter" aria-labelledby={`letter-${audience}`}>
      <h2 id={`letter-${audience}`}>
        {t(isOnly && audience === "older" ? "feedback.only" : `feedback.audience.${audience}`)}
      </h2>
      {audience === "young" ? (
        <p className="small-print">
          {t("feedback.pictureNeeded")} {t("feedback.readBy")}
        </p>
      ) : null}
      {PARTS.map((part) => (
        <PartFields key={part} frame={frame} letter={letter} part={part} />
      ))}
    </section>
  );
}
