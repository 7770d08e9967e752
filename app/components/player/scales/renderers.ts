/**
 * Which drawing each scale has. What many papers have, and is small, comes with every page; the rest is fetched when a
 * paper has it (`fetchScales`, as soon as the page is awake, so that a walk needs no network later), or is there already
 * (the server fetches all before its first page).
 */
import type { ComponentType } from "react";
import { lazy } from "react";
import type { Scale } from "#surveys/paper/paper";
import { ChoosePictures } from "./choose-pictures";
import { Options } from "./options";
import { Pictures } from "./pictures";
import type { ScaleProps } from "./scale-props";
import { TextAnswer } from "./text";

type Renderer = ComponentType<ScaleProps>;

const FETCH: Readonly<Partial<Record<Scale, () => Promise<Renderer>>>> = {
  "two-step": () => import("./two-step").then((file) => file.TwoStep),
  tokens: () => import("./tokens").then((file) => file.Tokens),
  ladder: () => import("./ladder").then((file) => file.Ladder),
  "rank-pictures": () => import("./rank-pictures").then((file) => file.RankPictures),
  "place-map": () => import("./place-map").then((file) => file.PlaceMap),
  drawing: () => import("./drawing").then((file) => file.Drawing),
  "voice-note": () => import("./voice-note").then((file) => file.VoiceNote),
  photo: () => import("./photo").then((file) => file.Photo),
};

const fetched = new Map<Scale, Renderer>();

async function fetchScale(scale: Scale): Promise<Renderer | undefined> {
  const found = fetched.get(scale) ?? (await FETCH[scale]?.());
  if (found) fetched.set(scale, found);
  return found;
}

/** It comes with every page, and need not be waited for. */
export const isAlwaysHere = (scale: Scale): boolean => FETCH[scale] === undefined;

export async function fetchScales(scales: Iterable<Scale>): Promise<void> {
  await Promise.all([...new Set(scales)].map(fetchScale));
}

/** What is there already is drawn at once: React's `lazy` asks no more of what it is given than `then`. */
function lazyScale(scale: Scale): Renderer {
  return lazy(() => {
    const there = fetched.get(scale);
    const atOnce = { then: (done: (file: { default: Renderer }) => void) => there && done({ default: there }) };
    if (there) return atOnce as unknown as Promise<{ default: Renderer }>;
    return fetchScale(scale).then((renderer) => ({ default: renderer ?? Pictures }));
  });
}

const RENDERERS = new Map<Scale, Renderer>([
  ["two-pictures", Pictures],
  ["three-pictures", Pictures],
  ["faces", Pictures],
  ["again", Pictures],
  ["pairs", Pictures],
  ["choose-pictures", ChoosePictures],
  ["options", Options],
  ["text", TextAnswer],
]);

export function rendererOf(scale: Scale): Renderer {
  const renderer = RENDERERS.get(scale) ?? lazyScale(scale);
  RENDERERS.set(scale, renderer);
  return renderer;
}
