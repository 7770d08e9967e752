/** Where a code from a card is written: one field, and what is wrong with it if something is. */
interface CodeFormProps {
  /** Of the field: `kode` or `letters`. */
  readonly name: string;
  readonly action: string;
  /** `?lang=en` or nothing. */
  readonly langQuery: string;
  readonly label: string;
  readonly wrong?: string;
  readonly onward: string;
  readonly maxLength: number;
  readonly isUpperCase?: boolean;
}

export function CodeForm({ name, action, langQuery, label, wrong, onward, maxLength, isUpperCase }: CodeFormProps) {
  const lang = new URLSearchParams(langQuery).get("lang");
  return (
    <form className="letters" method="get" action={action}>
      {lang ? <input type="hidden" name="lang" value={lang} /> : null}
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        autoComplete="off"
        autoCapitalize={isUpperCase ? "characters" : "none"}
        spellCheck={false}
        maxLength={maxLength}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${name}-wrong` : undefined}
      />
      {wrong ? (
        <p id={`${name}-wrong`} className="notice" role="alert">
          {wrong}
        </p>
      ) : null}
      <button type="submit" className="next">
        {onward}
      </button>
    </form>
  );
}
