/** Lytte the companion, without the kit of figures and scenes: every page may need it, few need those. */
import { useMemo } from "react";
import { drawLogo, drawLytte } from "#surveys/pictures/lytte";
import type { LytteMood } from "#surveys/pictures/lytte";

export function Lytte({ mood }: { readonly mood: LytteMood }) {
  const html = useMemo(() => drawLytte(mood), [mood]);
  return <span className="drawn-lytte" data-mood={mood} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Head and ears: beside young people. */
export function LytteHead() {
  const html = useMemo(() => drawLogo(), []);
  return <span className="lytte-head" dangerouslySetInnerHTML={{ __html: html }} />;
}
