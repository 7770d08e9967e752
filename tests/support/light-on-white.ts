/** What would be too light to read on paper, where browsers leave backgrounds out: runs in the page, in print's media. */
import type { Page } from "@playwright/test";

/** Text and icons against white, each with the contrast it has; those below `least`. */
export function lightOnWhite(page: Page, least = 4.5): Promise<string[]> {
  return page.evaluate((enough) => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    const shown = (element: Element): number => {
      const own = Number(getComputedStyle(element).opacity);
      return element.parentElement ? own * shown(element.parentElement) : own;
    };
    /** Of a colour laid over white. */
    const onWhite = (colour: string, opacity: number): number => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = channels(colour);
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
        linear((part * alpha * opacity + 255 * (1 - alpha * opacity)) / 255),
      );
      return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
    };
    const isSeen = (element: Element) =>
      element.getClientRects().length > 0 &&
      getComputedStyle(element).visibility === "visible" &&
      !element.closest(".visually-hidden");
    const hasText = (element: Element) =>
      [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
    const faults: string[] = [];
    const judge = (element: Element, colour: string, what: string) => {
      const ratio = onWhite(colour, shown(element));
      if (ratio < enough) faults.push(`${what} ${colour} ${ratio.toFixed(1)} .${element.getAttribute("class") ?? ""}`);
    };
    for (const element of document.body.querySelectorAll("*")) {
      if (!isSeen(element) || shown(element) === 0) continue;
      const style = getComputedStyle(element);
      if (element.matches("input:not([type=hidden]), textarea, select") || hasText(element))
        judge(
          element,
          element.matches("svg *") ? style.fill : style.color,
          `"${element.textContent?.trim().slice(0, 30)}"`,
        );
      if (element.matches("svg.icon")) judge(element, style.color, "icon");
      if (element.matches("canvas")) faults.push("a canvas in the screen's colours");
      for (const pseudo of ["::before", "::after"]) {
        const { content, color } = getComputedStyle(element, pseudo);
        if (/^"[^"]*\S[^"]*"$/.test(content)) judge(element, color, `${pseudo} ${content}`);
      }
    }
    return faults;
  }, least);
}
