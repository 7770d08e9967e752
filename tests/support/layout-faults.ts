/** What can be wrong with where things lie on a child's page, measured in the browser that draws it. */
import type { Page } from "@playwright/test";

interface Layout {
  /** Of each question with pictures: the largest difference in width, height or scale between two answers, in CSS pixels. */
  readonly unequal: number;
  /** The lowest picture of an answer, in CSS pixels. */
  readonly lowest: number;
  /** How far the page can be pushed sideways. */
  readonly sideways: number;
  /** What makes it so wide. */
  readonly wide: readonly string[];
  /** Words of answers that lie under a loudspeaker, or reach out of their card. */
  readonly covered: readonly string[];
  /** Words of answers that are broken in the middle. */
  readonly broken: readonly string[];
  /** How far the page can be pushed down. */
  readonly down: number;
}

/** Runs in the page. */
function measure(): Layout {
  const all = (within: ParentNode, selector: string) => [...within.querySelectorAll<HTMLElement>(selector)];
  const spread = (numbers: readonly number[]) => (numbers.length > 0 ? Math.max(...numbers) - Math.min(...numbers) : 0);
  const boxes: number[] = [];
  const spreads = all(document, ".answers").map((answers) => {
    const pictures = all(answers, ".answer-picture");
    const sizes = pictures.map((picture) => {
      const { width, height } = picture.getBoundingClientRect();
      const drawing = picture.querySelector("svg");
      const scale = drawing?.getScreenCTM()?.a ?? 0;
      boxes.push(height);
      // A scale of drawing units is as many pixels as the drawing is wide.
      return { width, height, across: scale * (drawing?.viewBox.baseVal.width ?? 0) };
    });
    return Math.max(
      spread(sizes.map(({ width }) => width)),
      spread(sizes.map(({ height }) => height)),
      spread(sizes.map(({ across }) => across)),
    );
  });
  const covered: string[] = [];
  const broken: string[] = [];
  for (const label of all(document, ".answer-label, .step-label, .rung-bar > span, .bubble-text, .question-words")) {
    const card = label.closest(".answer, .rung, .bubble, .question-head") ?? label;
    const speakers = all(card, ".speaker").map((speaker) => speaker.getBoundingClientRect());
    const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const found of (node.textContent ?? "").matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0.5);
        if (new Set(lines.map(({ top }) => Math.round(top))).size > 1) broken.push(found[0]);
        const edge = card.getBoundingClientRect();
        const isOut = lines.some(({ left, right }) => left < edge.left - 0.5 || right > edge.right + 0.5);
        const isUnder = speakers.some((box) =>
          lines.some(
            (line) =>
              line.left < box.right - 0.5 &&
              line.right > box.left + 0.5 &&
              line.top < box.bottom - 0.5 &&
              line.bottom > box.top + 0.5,
          ),
        );
        if (isOut || isUnder) covered.push(found[0]);
      }
  }
  const isWide = (element: Element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 1 && (left < -0.5 || right > window.innerWidth + 0.5);
  };
  const wide = all(document, "body *")
    .filter((element) => isWide(element) && ![...element.children].some(isWide))
    .map((element) => `${element.closest("[class]")?.getAttribute("class")}: ${element.textContent?.slice(0, 30)}`);
  const { scrollWidth, scrollHeight } = document.scrollingElement ?? document.body;
  return {
    unequal: Math.max(0, ...spreads),
    lowest: Math.min(...boxes),
    sideways: Math.max(0, scrollWidth - window.innerWidth),
    wide: scrollWidth > window.innerWidth ? wide : [],
    covered,
    broken,
    down: Math.max(0, scrollHeight - window.innerHeight),
  };
}

const layoutOf = (page: Page): Promise<Layout> => page.evaluate(measure);

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface LayoutAt extends Layout {
  readonly size: Size;
  /** The same, to be read. */
  readonly at: string;
}

/** The page as it is now, laid out at each of these sizes. */
export async function layoutsAt(page: Page, sizes: readonly Size[]): Promise<LayoutAt[]> {
  const layouts: LayoutAt[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    layouts.push({ size, at: `${size.width}x${size.height}`, ...(await layoutOf(page)) });
  }
  return layouts;
}
