/**
 * 0-100 as a line. Inside, strong: how those who took part answered, by the noise alone. Outside, pale: what chance can move,
 * which is what the municipality's mark is held against. The words beside it say the same.
 */
import { useTranslation } from "react-i18next";
import type { IndexLine, Range } from "./leader-page";

const LEAST_WIDTH = 1;

function Band({
  low,
  high,
  ...place
}: Range & { readonly className: string; readonly y: number; readonly height: number }) {
  const width = Math.max(LEAST_WIDTH, high - low);
  return <rect {...place} x={`${Math.min(low, 100 - width)}%`} width={`${width}%`} rx={place.height / 2} />;
}

function anchorAt(percent: number): "start" | "middle" | "end" {
  if (percent < 15) return "start";
  return percent > 85 ? "end" : "middle";
}

function Mark({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  return (
    <>
      <line className="bar-mark" x1={`${at}%`} x2={`${at}%`} y1="0" y2="24" />
      <text className="bar-mark-name" x={`${at}%`} y="37" textAnchor={anchorAt(at)}>
        {t("release.municipality", { value: at })}
      </text>
    </>
  );
}

export function IntervalBar({ line }: { readonly line: IndexLine }) {
  const { value, low, high, band, municipality } = line;
  return (
    <svg className="bar" width="100%" height="40" aria-hidden="true" focusable="false">
      <rect className="bar-line" x="0" y="8" width="100%" height="8" rx="4" />
      <Band className="bar-model" low={band.low} high={band.high} y={5} height={14} />
      <Band className="bar-noise" low={low} high={high} y={5} height={14} />
      <circle className="bar-dot" cx={`${Math.min(98, Math.max(2, value))}%`} cy="12" r="6" />
      {municipality === undefined ? null : <Mark at={municipality} />}
    </svg>
  );
}
