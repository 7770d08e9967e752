/** How a command speaks: lines for a person, one JSON value with `--json`. */
export interface Output {
  /** `value` with --json; else the lines. */
  print(value: unknown, lines: readonly string[]): void;
}

export function createOutput(isJson: boolean): Output {
  return {
    print(value, lines) {
      process.stdout.write(isJson ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(""));
    },
  };
}

/** Rows as lines, each column as wide as its widest cell; a column that ends with a number lies to the right. */
export function columns(rows: readonly (readonly (string | number)[])[]): string[] {
  const shown = rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en") : cell)));
  const pads = (rows.at(-1) ?? []).map((last, at) => {
    const width = Math.max(...shown.map((row) => row[at]?.length ?? 0));
    return (cell: string) => (typeof last === "number" ? cell.padStart(width) : cell.padEnd(width));
  });
  return shown.map((row) =>
    pads
      .map((pad, at) => pad(row[at] ?? ""))
      .join("   ")
      .trimEnd(),
  );
}
