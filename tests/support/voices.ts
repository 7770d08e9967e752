/**
 * A device's voice for a browser that has none, and an ear: what the device was asked to say, and which files were played.
 * It stands in for the world outside (the operating system's speech), and behaves as browsers do, well or badly.
 */
import type { Page } from "@playwright/test";

/** `mute`: takes the text and says nothing; `stalls`: begins and falls silent. */
export type Manner = "speaks" | "mute" | "stalls" | "fails";

interface Device {
  readonly manner?: Manner;
  readonly lang?: string;
  /** False: the voice lives elsewhere, and the text would be sent there. */
  readonly isLocal?: boolean;
}

interface Ear {
  heard: string[];
}

/** Notes what is played, in its order; before the page is opened. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const ear: Ear = { heard: [] };
    Object.assign(window, { ear });
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      const note = () => {
        ear.heard.push(new URL(this.src).pathname);
        console.debug("ear: heard");
      };
      this.addEventListener("playing", note, { once: true });
      const playing = play.call(this);
      playing.catch(() => {
        this.removeEventListener("playing", note);
        console.debug("ear: refused");
      });
      return playing;
    };
  });
}

/** The next sound, played or forbidden. It is told by the page itself: to a browser, to be asked is to be touched. */
export const nextSound = (page: Page): Promise<unknown> =>
  page.waitForEvent("console", (message) => message.text().startsWith("ear: "));

/** Gives the device one voice; after `listen`. */
export async function giveVoice(page: Page, device: Device = {}): Promise<void> {
  await page.addInitScript(({ manner = "speaks", lang = "da-DK", isLocal = true }: Device) => {
    const { ear } = window as unknown as { ear: Ear };
    class Utterance extends EventTarget {
      onstart?: (event: object) => void;
      onend?: (event: object) => void;
      onerror?: (event: object) => void;
      onboundary?: (event: object) => void;
      constructor(readonly text: string) {
        super();
      }
    }
    const speak = (utterance: Utterance) => {
      ear.heard.push(`${manner}: ${utterance.text}`);
      if (manner === "mute") return;
      window.setTimeout(() => {
        if (manner === "fails") return utterance.onerror?.({ error: "synthesis-failed" });
        utterance.onstart?.({});
        utterance.onboundary?.({ charIndex: 0 });
        if (manner === "speaks") window.setTimeout(() => utterance.onend?.({}), 100);
      }, 20);
    };
    const voice = { lang, localService: isLocal, name: "A voice", default: true, voiceURI: "voice" };
    const speech = Object.assign(new EventTarget(), { getVoices: () => [voice], speak, cancel: () => undefined });
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
  }, device);
}

/** A browser that knows nothing of speech. */
export const takeSpeech = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    delete (Window.prototype as { speechSynthesis?: unknown }).speechSynthesis;
    delete (window as { speechSynthesis?: unknown }).speechSynthesis;
  });

export const heard = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(window as unknown as { ear: Ear }).ear.heard]);
