/**
 * A text in which telephone numbers are links. Each stands isolated: within Arabic letters "116 111" would turn into
 * "111 116" (Unicode UAX 9).
 */
import { Fragment } from "react";

/**
 * Danish numbers as they are written: 116 111, and eight digits in pairs or at once; not within a longer row of digits. What
 * stands before one is taken along, because older browsers cannot look behind.
 */
const PHONES =
  /(^|[^\d\u2066\u2068])[\u2066\u2068]?((?:116[ \u00a0]?\d{3})|(?:\d{2}(?:[ \u00a0]?\d{2}){3}))\u2069?(?!\d)/u;

export function PhoneLink({ number }: { readonly number: string }) {
  return (
    <a className="phone" href={`tel:${number.replaceAll(/\D/g, "")}`}>
      <bdi dir="ltr">{number.replaceAll(" ", "\u00a0")}</bdi>
    </a>
  );
}

export function LinkedText({ text }: { readonly text: string }) {
  // In threes: a text, what stood before the number, the number.
  const parts = text.split(PHONES).map((part, index) => ({ part, index, isPhone: index % 3 === 2 }));
  return (
    <>
      {parts.map(({ part, index, isPhone }) =>
        isPhone ? <PhoneLink key={index} number={part} /> : <Fragment key={index}>{part}</Fragment>,
      )}
    </>
  );
}
