/**
 * The favourable share of each question as Chart.js draws it: the interval as a band, the rounded share as a dot, its
 * words beside it. The table below holds the same values for those who do not see the canvas.
 */
import { BarController, BarElement, CategoryScale, Chart as ChartJs, LinearScale } from "chart.js";
import type { Chart, ChartData, ChartOptions, Plugin } from "chart.js";
import { useEffect, useState } from "react";
import { Bar } from "react-chartjs-2";
import { useTranslation } from "react-i18next";
import type { TFunction } from "i18next";
import type { ItemTable } from "#server/releases/contract";
import type { Locale } from "#surveys/paper/local-text";
import { intervalText, shareText } from "../release/coded-words";
import { NARROW, readInk } from "./chart-ink";
import type { ChartInk } from "./chart-ink";

ChartJs.register(BarController, BarElement, CategoryScale, LinearScale);

const ROW_HEIGHT = 72;
/** Room for a question on two lines. */
const NARROW_ROW_HEIGHT = 100;
const BAND_HEIGHT = 14;

interface Row {
  readonly question: string;
  readonly text: string;
  readonly low: number;
  readonly high: number;
  /** Absent where only a word may be said. */
  readonly percent?: number;
}

function rowsOf(items: readonly ItemTable[], locale: Locale, t: TFunction): Row[] {
  return items.flatMap(({ status, favourable, question }) => {
    if (status !== "shown" || !favourable) return [];
    const { low, high, percent } = favourable;
    return [
      {
        question: question[locale],
        text: `${shareText(favourable, t)} · ${intervalText(favourable, t)}`,
        low,
        high,
        percent,
      },
    ];
  });
}

/** A question on as few lines as fit the chart's width. */
function linesOf(context: CanvasRenderingContext2D, text: string, widthPx: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && context.measureText(longer).width <= widthPx) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function drawRow(chart: Chart, row: Row, centerY: number, ink: ChartInk): void {
  const { ctx: context, chartArea, scales } = chart;
  const x = scales["x"];
  if (!x) return;
  context.textBaseline = "alphabetic";
  context.fillStyle = ink.text;
  context.font = `600 16px ${ink.font}`;
  const lines = linesOf(context, row.question, chartArea.width);
  lines.forEach((line, index) =>
    context.fillText(line, chartArea.left, centerY - 16 - 20 * (lines.length - 1 - index)),
  );
  context.fillStyle = ink.quiet;
  context.font = `400 14px ${ink.font}`;
  context.fillText(row.text, chartArea.left, centerY + 26);
  if (row.percent === undefined) return;
  context.beginPath();
  context.arc(x.getPixelForValue(row.percent), centerY, 7, 0, 2 * Math.PI);
  context.fillStyle = ink.dot;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = ink.card;
  context.stroke();
}

/** A row's track; where a browser has no round corners for a canvas, with straight ones. */
function drawTrack(context: CanvasRenderingContext2D, left: number, centerY: number, widthPx: number): void {
  context.beginPath();
  if ("roundRect" in context) context.roundRect(left, centerY - 4, widthPx, 8, 4);
  else (context as CanvasPath).rect(left, centerY - 4, widthPx, 8);
  context.fill();
}

function directLabels(rows: readonly Row[], ink: ChartInk): Plugin<"bar"> {
  return {
    id: "directLabels",
    beforeDatasetsDraw(chart) {
      const { ctx: context, chartArea } = chart;
      context.fillStyle = ink.line;
      for (const { y } of chart.getDatasetMeta(0).data) drawTrack(context, chartArea.left, y, chartArea.width);
    },
    afterDatasetsDraw(chart) {
      chart.getDatasetMeta(0).data.forEach((bar, index) => {
        const row = rows[index];
        if (row) drawRow(chart, row, bar.y, ink);
      });
    },
  };
}

function optionsFor(ink: ChartInk): ChartOptions<"bar"> {
  return {
    indexAxis: "y",
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    scales: {
      x: {
        min: 0,
        max: 100,
        border: { display: false },
        grid: { display: false },
        ticks: { stepSize: 50, color: ink.quiet, font: { family: ink.font, size: 13 } },
      },
      y: { display: false },
    },
  };
}

function dataOf(rows: readonly Row[], ink: ChartInk): ChartData<"bar", [number, number][], string> {
  return {
    labels: rows.map(({ question }) => question),
    datasets: [
      {
        data: rows.map(({ low, high }): [number, number] => [low, high]),
        backgroundColor: ink.band,
        borderRadius: BAND_HEIGHT / 2,
        borderSkipped: false,
        barThickness: BAND_HEIGHT,
      },
    ],
  };
}

/** The page's colours, once there is a page, and again when light turns to dark. */
function useInk(): ChartInk | undefined {
  const [ink, setInk] = useState<ChartInk>();
  useEffect(() => {
    const queries = [window.matchMedia("(prefers-color-scheme: dark)"), window.matchMedia(NARROW)];
    const read = () => setInk(readInk());
    const frame = requestAnimationFrame(read);
    for (const query of queries) query.addEventListener("change", read);
    return () => {
      cancelAnimationFrame(frame);
      for (const query of queries) query.removeEventListener("change", read);
    };
  }, []);
  return ink;
}

export function ShareChart({ items, locale }: { readonly items: readonly ItemTable[]; readonly locale: Locale }) {
  const { t } = useTranslation();
  const ink = useInk();
  const rowHeight = ink?.isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
  const rows = rowsOf(items, locale, t);
  if (rows.length === 0) return null;
  return (
    <div className="card chart">
      {ink ? (
        <div style={{ blockSize: rows.length * rowHeight + 32 }}>
          <Bar
            key={`${ink.card} ${locale} ${ink.isNarrow}`}
            data={dataOf(rows, ink)}
            options={optionsFor(ink)}
            plugins={[directLabels(rows, ink)]}
            role="img"
            aria-label={t("release.chartLabel")}
          />
        </div>
      ) : null}
    </div>
  );
}
