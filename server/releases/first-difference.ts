/** Where two JSON values first differ, by the names on the way; undefined where they do not. */
export function firstDifference(one: unknown, other: unknown, path = ""): string | undefined {
  const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
  if (!isObject(one) || !isObject(other)) return one === other ? undefined : path;
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)].sort())) {
    const found = firstDifference(one[name], other[name], path ? `${path}.${name}` : name);
    if (found !== undefined) return found;
  }
  return undefined;
}
