/** Values at a dotted path, as MongoDB finds them: through documents and, at any step, through arrays. */
export function isPlainDocument(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !Object.hasOwn(value, "_bsontype") &&
    !("_bsontype" in value)
  );
}

function walk(value: unknown, parts: readonly string[], found: unknown[]): void {
  const [part, ...rest] = parts;
  if (part === undefined) {
    found.push(value);
    return;
  }
  if (Array.isArray(value)) {
    if (/^\d+$/.test(part) && Number(part) < value.length) walk(value[Number(part)], rest, found);
    for (const element of value) if (isPlainDocument(element)) walk(element, parts, found);
    return;
  }
  if (isPlainDocument(value) && Object.hasOwn(value, part)) walk(value[part], rest, found);
}

/** Empty when the path leads nowhere. */
export function valuesAt(document: object, path: string): unknown[] {
  const found: unknown[] = [];
  walk(document, path.split("."), found);
  return found;
}

/** The values an index keeps: elements of an array one by one, null for what is missing. */
export function indexedValues(document: object, path: string): unknown[] {
  const values = valuesAt(document, path).flatMap((value) =>
    Array.isArray(value) ? (value.length > 0 ? value : [undefined]) : [value],
  );
  return values.length > 0 ? values : [null];
}
