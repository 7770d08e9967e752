/** Up to three rounds of one index, oldest first; the bands are the change model's. From 0 at the foot to 100 at the top. */
import { useTranslation } from "react-i18next";
import type { PastPoint } from "./leader-page";

const WIDTH = 126;
const HEIGHT = 66;
const TOP = 8;
const PLOT = 50;
const LEFT = 34;
const STEP = 36;

const yOf = (value: number): number => TOP + (PLOT * (100 - value)) / 100;

function Point({ point: { value, band }, x, isNow }: { point: PastPoint; x: number; isNow: boolean }) {
  const top = yOf(band.high);
  const isNearTop = yOf(value) < TOP + 14;
  return (
    <>
      <rect className="past-band" x={x - 9} y={top} width="18" height={Math.max(4, yOf(band.low) - top)} rx="4" />
      <circle className="past-dot" data-now={isNow || undefined} cx={x} cy={yOf(value)} r="3" />
      <text className="past-value" x={x} y={isNearTop ? yOf(band.low) + 12 : top - 3} textAnchor="middle">
        {value}
      </text>
    </>
  );
}

export function History({ history }: { readonly history: readonly PastPoint[] }) {
  const { t } = useTranslation();
  const rounds = history.map(({ title, value }) => `${title}: ${value}`).join(", ");
  return (
    <svg
      className="past"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t("release.history", { rounds })}
      focusable="false"
    >
      {[0, 100].map((value) => (
        <g key={value}>
          <line className="past-axis" x1="20" x2={WIDTH} y1={yOf(value)} y2={yOf(value)} />
          <text className="past-end" x="16" y={yOf(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {history.map((point, at) => (
        <Point key={point.title} point={point} x={LEFT + at * STEP} isNow={at === history.length - 1} />
      ))}
    </svg>
  );
}
