/** A text with the word that carries its meaning marked, or, while it is read aloud, the word being read. */
interface SpokenTextProps {
  readonly text: string;
  readonly stress?: string;
  readonly word?: { readonly from: number; readonly to: number };
}

function stressed(text: string, stress: string | undefined) {
  const from = stress ? text.indexOf(stress) : -1;
  return from < 0 || !stress ? undefined : { from, to: from + stress.length };
}

export function SpokenText({ text, stress, word }: SpokenTextProps) {
  const isRead = word !== undefined && word.to <= text.length && word.to > word.from;
  const marked = isRead ? word : stressed(text, stress);
  if (!marked) return <>{text}</>;
  return (
    <>
      {text.slice(0, marked.from)}
      <mark data-read={isRead || undefined}>{text.slice(marked.from, marked.to)}</mark>
      {text.slice(marked.to)}
    </>
  );
}
