/**
 * A drawing: strokes of a pointer, kept as the path they are. Whoever cannot or will not draw tells it in words instead,
 * which is also what stands here without scripts.
 */
import type { PointerEvent } from "react";
import { useRef, useState } from "react";
import { MOST_DRAWING, isDrawing } from "#surveys/paper/answer-value";
import { Icon } from "~/components/ui/icon";
import { usePlayer } from "../player-context";
import { useVoice } from "../voice";
import type { ScaleProps } from "./scale-props";
import { TextAnswer } from "./text";

const WIDTH = 1000;
const HEIGHT = 600;
/** A pointer's way is thinned to points this far apart. */
const STEP = 6;

interface Point {
  readonly x: number;
  readonly y: number;
}

const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most));

function pointOf({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): Point {
  const box = currentTarget.getBoundingClientRect();
  return {
    x: within(((clientX - box.left) / box.width) * WIDTH, WIDTH),
    y: within(((clientY - box.top) / box.height) * HEIGHT, HEIGHT),
  };
}

const withoutLastStroke = (path: string) => path.slice(0, Math.max(path.lastIndexOf("M"), 0));

export function Drawing(props: ScaleProps) {
  const { item, answer, take } = props;
  const { words } = usePlayer();
  const { isAwake } = useVoice();
  const given = typeof answer === "string" ? answer : "";
  const path = isDrawing(given) ? given : "";
  const [isTelling, setTelling] = useState(given !== "" && path === "");
  const [stroke, setStroke] = useState("");
  const last = useRef<Point>();

  const write = (text: string) => take([{ do: "write", item: item.name, text }]);
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (event.currentTarget.closest("fieldset:disabled")) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x, y } = pointOf(event);
    last.current = { x, y };
    setStroke(`M${x} ${y}L${x} ${y}`);
  };
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    const { x, y } = pointOf(event);
    const from = last.current;
    if (!from || Math.hypot(x - from.x, y - from.y) < STEP) return;
    last.current = { x, y };
    setStroke((so) => `${so}L${x} ${y}`);
  };
  const end = () => {
    last.current = undefined;
    if (stroke !== "" && path.length + stroke.length <= MOST_DRAWING) write(path + stroke);
    setStroke("");
  };

  if (!isAwake) return <TextAnswer {...props} />;
  if (isTelling)
    return (
      <div className="drawing answers" data-type="drawing">
        <TextAnswer {...props} />
        <div className="drawing-tools">
          <button
            type="button"
            className="pill"
            onClick={() => {
              write("");
              setTelling(false);
            }}
          >
            <Icon name="pencil-simple-bold" />
            {words.drawInstead}
          </button>
        </div>
      </div>
    );
  return (
    <div className="drawing answers" data-type="drawing">
      <input type="hidden" name={`text.${item.name}`} value={path} />
      <svg
        className="drawing-sheet"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={path ? words.yourDrawing : words.drawHere}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path d={path + stroke} vectorEffect="non-scaling-stroke" />
      </svg>
      <div className="drawing-tools">
        <button type="button" className="pill" disabled={!path} onClick={() => write(withoutLastStroke(path))}>
          <Icon name="arrow-counter-clockwise-bold" />
          {words.undo}
        </button>
        <button type="button" className="pill" disabled={!path} onClick={() => write("")}>
          <Icon name="trash-bold" />
          {words.clear}
        </button>
        <button
          type="button"
          className="pill"
          onClick={() => {
            write("");
            setTelling(true);
          }}
        >
          <Icon name="keyboard-bold" />
          {words.tellInstead}
        </button>
      </div>
    </div>
  );
}
