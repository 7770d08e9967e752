/** Shows what `surveys/pictures` draws: an SVG of our own making, never text from outside. */
import { useMemo } from "react";
import { drawLogo, drawLytte } from "#surveys/pictures/lytte";
import type { LytteMood } from "#surveys/pictures/lytte";
import { drawPicture } from "#surveys/pictures/draw-picture";
import type { Drawable } from "#surveys/pictures/picture";
import { thingUrl } from "#surveys/pictures/thing-url";
import type { ThingName } from "#surveys/pictures/things";

const THINGS_URL = "/things.svg";

interface PictureProps {
  readonly picture: Drawable;
  readonly dir?: "ltr" | "rtl";
}

/** Decoration to a screen reader: the label beside it says the same. Wide, so that every card's shape can cut from it. */
export function DrawnPicture({ picture, dir }: PictureProps) {
  const html = useMemo(
    () => drawPicture(picture, { thingsUrl: THINGS_URL, isRightToLeft: dir === "rtl", shape: "5:2" }),
    [picture, dir],
  );
  return <span className="drawn" data-kind={picture.kind} dangerouslySetInnerHTML={{ __html: html }} />;
}

export function Lytte({ mood }: { readonly mood: LytteMood }) {
  const html = useMemo(() => drawLytte(mood), [mood]);
  return <span className="drawn-lytte" data-mood={mood} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Head and ears: beside young people. */
export function LytteHead() {
  const html = useMemo(() => drawLogo(), []);
  return <span className="lytte-head" dangerouslySetInnerHTML={{ __html: html }} />;
}

export function Thing({ name }: { readonly name: ThingName | (string & {}) }) {
  return (
    <svg className="thing" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <use href={thingUrl(name, THINGS_URL)} />
    </svg>
  );
}
