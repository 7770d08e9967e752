/** Up to three rounds of one index, oldest first; the bands are the change model's. From 0 at the foot to 100 at the top. */
import { useTranslation } from "react-i18next";
import type { PastPoint } from "./leader-page";

interface Size {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly plot: number;
  readonly left: number;
  readonly step: number;
}

const LARGE: Size = { width: 126, height: 66, top: 8, plot: 50, left: 38, step: 36 };
/** Without the ends of the axis in numbers. */
const SMALL: Size = { width: 96, height: 46, top: 4, plot: 38, left: 14, step: 34 };

const yOf = (value: number, { top, plot }: Size): number => top + (plot * (100 - value)) / 100;

interface PointProps {
  readonly point: PastPoint;
  readonly x: number;
  readonly isNow: boolean;
  readonly size: Size;
}

function Point({ point: { value, band }, x, isNow, size }: PointProps) {
  const [top, middle, foot] = [yOf(band.high, size), yOf(value, size), yOf(band.low, size)];
  const isNearTop = top < size.top + 12;
  return (
    <>
      <rect className="past-band" x={x - 9} y={top} width="18" height={Math.max(4, foot - top)} rx="3" />
      <circle className="past-dot" data-now={isNow || undefined} cx={x} cy={middle} r="3" />
      <text className="past-value" x={x} y={isNearTop ? foot + 12 : top - 2} textAnchor="middle">
        {value}
      </text>
    </>
  );
}

interface HistoryProps {
  readonly history: readonly PastPoint[];
  readonly isSmall: boolean;
}

export function History({ history, isSmall }: HistoryProps) {
  const { t } = useTranslation();
  const size = isSmall ? SMALL : LARGE;
  const { width, height, left, step } = size;
  const rounds = history.map(({ title, value }) => `${title}: ${value}`).join(", ");
  return (
    <svg
      className="past"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={t("release.history", { rounds })}
      focusable="false"
    >
      {[0, 100].map((value) => (
        <g key={value}>
          <line className="past-axis" x1={isSmall ? 0 : 22} x2={width} y1={yOf(value, size)} y2={yOf(value, size)} />
          {isSmall ? null : (
            <text className="past-end" x="18" y={yOf(value, size) + 4} textAnchor="end">
              {value}
            </text>
          )}
        </g>
      ))}
      {history.map((point, at) => (
        <Point key={point.title} point={point} x={left + at * step} isNow={at === history.length - 1} size={size} />
      ))}
    </svg>
  );
}
