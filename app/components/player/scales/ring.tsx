/** A ring, filled clockwise as far as a step goes: empty for none, whole for all. Decoration: the label says the same. */
const LENGTH = 2 * Math.PI * 13;

export function Ring({ step, of }: { readonly step: number; readonly of: number }) {
  const filled = of > 0 ? (LENGTH * step) / of : 0;
  return (
    <svg className="ring" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle className="ring-empty" cx="20" cy="20" r="13" />
      {step > 0 ? (
        <circle
          className="ring-filled"
          cx="20"
          cy="20"
          r="13"
          strokeDasharray={`${filled} ${LENGTH}`}
          transform="rotate(-90 20 20)"
        />
      ) : null}
    </svg>
  );
}
