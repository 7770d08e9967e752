/**
 * Plays files of sound, one at a time, in one audio element: a browser that allows sound only after a touch goes on
 * allowing it to the element that was touched for.
 */
import type { Outcome } from "./device-voice";

/** A file that cannot be heard by then will not come. */
const LATE_MS = 5000;

export interface SoundFiles {
  play(url: string, pace: number, onStart: () => void): Promise<Outcome>;
  hush(): void;
}

export function createSoundFiles(): SoundFiles {
  let audio: HTMLAudioElement | undefined;
  return {
    play: (url, pace, onStart) =>
      new Promise((resolve) => {
        audio ??= new Audio();
        const late = window.setTimeout(() => resolve("failed"), LATE_MS);
        const settle = (outcome: Outcome) => {
          window.clearTimeout(late);
          resolve(outcome);
        };
        audio.onplaying = () => {
          window.clearTimeout(late);
          onStart();
        };
        audio.onended = () => settle("said");
        audio.onerror = () => settle("failed");
        audio.src = url;
        // A new source begins at the pace of the element's own.
        audio.defaultPlaybackRate = pace;
        audio.playbackRate = pace;
        audio
          .play()
          .catch((error: unknown) =>
            settle(error instanceof DOMException && error.name === "NotAllowedError" ? "forbidden" : "failed"),
          );
      }),
    hush() {
      if (!audio) return;
      audio.onplaying = audio.onended = audio.onerror = null;
      audio.pause();
    },
  };
}
