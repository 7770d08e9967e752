/** A child's page that says what is the matter: whose fault it is not, an adult to ask, and the ways on. */
import type { ReactNode } from "react";
import type { Trouble } from "#surveys/paper/words/words";
import { AskAnAdult } from "./ask-an-adult";
import { Bubble } from "./bubble";
import { ChildFrame } from "./child-frame";
import { useDocumentWords } from "./door-words";

interface TroublePageProps {
  readonly trouble: Trouble;
  readonly isInvented: boolean;
  /** Where one can go from here. */
  readonly children: ReactNode;
}

export function TroublePage({ trouble, isInvented, children }: TroublePageProps) {
  const { language, frame, trouble: words } = useDocumentWords();
  const { title, text } = words.troubles[trouble];
  return (
    <ChildFrame language={language} words={frame} isInvented={isInvented}>
      <Bubble text={title} spokenTexts={[title, text]} mood="waits">
        <p>{text}</p>
      </Bubble>
      <AskAnAdult className="trouble-picture" />
      <div className="end-links">{children}</div>
    </ChildFrame>
  );
}
