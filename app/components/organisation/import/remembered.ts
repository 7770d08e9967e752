/** What somebody has said of a heading, kept on this computer: headings and our own words for columns, nothing of what stood below. */
import { plainHeading } from "./suspect-columns";

const KEY = "lyt.import.columns";
const MOST = 200;

export function readRemembered(): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    // Written below; whatever else stands there matches no column.
    return typeof kept === "object" && kept !== null ? (kept as Record<string, string>) : {};
  } catch {
    return {};
  }
}

export function remember(heading: string, column: string): void {
  const name = plainHeading(heading);
  if (name === "") return;
  const others = Object.entries(readRemembered()).filter(([other]) => other !== name);
  const kept = [...others, [name, column] as const].slice(-MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // A browser that keeps nothing asks again.
  }
}
