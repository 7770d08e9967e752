/**
 * Whose visit this is, on a device that goes from child to child. A visit begins when a door is opened, or a key that is not
 * the last one's; there is one at a time in a browser, since a card that is scanned opens a tab of its own. Every page of a
 * child carries its visit's name in its entry of the history. Whoever comes to an entry of another visit, by Back, Forward,
 * a tab that was left open or one that was restored, is led to the door and sees nothing of the child before. A child's
 * own visit lives on over a reload, another language, and its own Back. What is kept is a random name and a short mark of
 * the key: too short to lead back to a card, and pictures stand in the tab's own history.
 */
import { DRAFT, forgetTabDrafts } from "./draft";
import { newSeed } from "./new-seed";

interface Visit {
  readonly name: string;
  /** The mark of its key; empty while it is at the door. */
  readonly key: string;
  /** When the child was last seen here, in milliseconds. */
  readonly seenAt: number;
}

const STORED = "lyt-visit";

/** A group's keys are for one session in a room. A card belongs to its child, who may come back to it the next day. */
const GROUP_IDLE_MS = 60 * 60 * 1000;

/** 32 bits of FNV-1a, after what kind of key it is. */
function markOf(keyText: string): string {
  let hash = 0x811c9dc5;
  for (const letter of keyText) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `${keyText.includes("/") ? "group" : "card"} ${hash.toString(36)}`;
}

/** What an address of a child's page is: the key that it opens, or a door, perhaps with pictures chosen already. */
interface Place {
  readonly keyText?: string;
  readonly hasPictures: boolean;
  readonly door: string;
}

export function placeOf(pathname: string, search: string): Place {
  const [, group, own] = /^\/svar\/g\/([^/]+)(?:\/([^/]+))?/.exec(pathname) ?? [];
  const query = new URLSearchParams(search);
  const lang = query.get("lang");
  const door = `/svar${group ? `/g/${group}` : ""}${lang ? `?lang=${lang}` : ""}`;
  if (group) return { keyText: own && `${group}/${own}`, hasPictures: query.has("p"), door };
  const [, card] = /^\/svar\/([^/]+)/.exec(pathname) ?? [];
  return { keyText: card, hasPictures: false, door };
}

/** Undefined where a browser keeps nothing: then nobody can tell one visit from the next. */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

function readVisit(): Visit | undefined {
  const [name, key = "", seenAt] = (storage()?.getItem(STORED) ?? "").split("|");
  return name ? { name, key, seenAt: Number(seenAt) } : undefined;
}

function keep({ name, key }: Omit<Visit, "seenAt">): void {
  try {
    storage()?.setItem(STORED, `${name}|${key}|${Date.now()}`);
  } catch {
    // A full storage: the visit is then as old as it was.
  }
}

const isOver = ({ key, seenAt }: Visit): boolean => key.startsWith("group") && Date.now() - seenAt > GROUP_IDLE_MS;

function entryVisit(): unknown {
  return (history.state as { readonly visit?: unknown } | null)?.visit;
}

function begin(key: string): void {
  forgetTabDrafts();
  const name = newSeed().toString(36);
  keep({ name, key });
  markEntry(name);
}

/** Beside what the router keeps there. */
function markEntry(name: string): void {
  history.replaceState({ ...(history.state as object | null), visit: name }, "");
}

/** True where this entry of the history belongs to the visit that is going on. */
function isOfVisit({ keyText }: Place, visit: Visit | undefined): boolean {
  return (
    visit !== undefined &&
    !isOver(visit) &&
    entryVisit() === visit.name &&
    visit.key === (keyText ? markOf(keyText) : "")
  );
}

/** A page that was opened anew takes up the visit that leads to it, or begins one. */
function open({ keyText }: Place): void {
  const visit = readVisit();
  const key = keyText ? markOf(keyText) : "";
  if (!visit || isOver(visit) || (visit.key !== "" && visit.key !== key)) return begin(key);
  keep({ ...visit, key });
  markEntry(visit.name);
}

/** The script of `visit-ends.tsx`: what `begin` does for whoever was here before. */
export const END_OF_VISIT = `try{localStorage.removeItem("${STORED}");Object.keys(sessionStorage).forEach(function(name){name.indexOf("${DRAFT}")||sessionStorage.removeItem(name)})}catch(e){}`;

/** Called wherever a page of a child's comes up. False: it was a former child's, and the door is on its way. */
export const enterVisit = (place: Place): boolean => unlessKept(() => enter(place), true);

/** A browser that keeps nothing, in whatever way it says so, knows no visits; its pages work all the same. */
function unlessKept<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

function enter(place: Place): boolean {
  if (!storage()) return true;
  if (!place.keyText && !place.hasPictures) begin("");
  else if (entryVisit() === undefined) open(place);
  else if (!isOfVisit(place, readVisit())) {
    leaveFor(place);
    return false;
  }
  return true;
}

/** The child is still here. */
export function touchVisit(): void {
  unlessKept(() => {
    const visit = readVisit();
    if (visit && visit.name === entryVisit()) keep(visit);
  }, undefined);
}

export function showPage(isShown: boolean): void {
  document.documentElement.style.visibility = isShown ? "" : "hidden";
}

function leaveFor({ door }: Place): void {
  showPage(false);
  forgetTabDrafts();
  location.replace(door);
}

/** A page that was kept alive behind another comes up again: out of the back-forward cache, or as a tab. */
export function returnToVisit(place: Place, isFromCache: boolean): void {
  const isDoor = !place.keyText && !place.hasPictures;
  if (isDoor && isFromCache) unlessKept(() => begin(""), undefined);
  const isOfThis = () => (storage() ? isOfVisit(place, readVisit()) : !isFromCache);
  const isOurs = isDoor || unlessKept(isOfThis, !isFromCache);
  if (isOurs) showPage(true);
  else leaveFor(place);
}
