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
