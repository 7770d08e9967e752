/** The languages a page can be had in, each by its own name. Links in a fold: it works without scripts. */
import type { Language } from "#surveys/paper/language";
import { LANGUAGE_NAMES, directionOf } from "#surveys/paper/language";
import { Icon } from "~/components/ui/icon";
import { Fold } from "./fold";
import { useFrame } from "./player-context";

export function LanguageMenu({ languages }: { readonly languages: readonly Language[] }) {
  const { words, language } = useFrame();
  if (languages.length < 2) return null;
  return (
    <Fold
      className="languages"
      buttonClass="pill"
      button={
        <>
          <Icon name="globe-bold" />
          <span className="visually-hidden">{words.languages}: </span>
          {LANGUAGE_NAMES[language]}
          <Icon name="caret-down-bold" />
        </>
      }
    >
      <ul className="language-list">
        {languages.map((other) => (
          <li key={other}>
            <a
              className="pill"
              href={`?lang=${other}`}
              lang={other}
              dir={directionOf(other)}
              aria-current={other === language || undefined}
            >
              {LANGUAGE_NAMES[other]}
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
