/**
 * How a question's answers fall: a bar an answer from 0 to 100, full for the most positive ones and striped for the others, with
 * the interval as a line and the words on the chart itself. It does not move. The table beside it says the same.
 */
import { BarController, BarElement, CategoryScale, Chart as ChartJs, LinearScale } from "chart.js";
import type { Chart, ChartData, ChartOptions, Plugin } from "chart.js";
import { Bar } from "react-chartjs-2";
import { useInk } from "./chart-ink";
import type { ChartInk } from "./chart-ink";

ChartJs.register(BarController, BarElement, CategoryScale, LinearScale);

interface DistributionRow {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly isGood: boolean;
}

export interface DistributionChartProps {
  readonly rows: readonly DistributionRow[];
  /** All that the canvas shows, for who does not see it. */
  readonly label: string;
}

const ROW_HEIGHT = 50;
const AXIS_HEIGHT = 30;
const BAR_HEIGHT = 16;

/** Stripes, so that no hue has to be told from another. */
function stripes({ other, card }: ChartInk): CanvasPattern | string {
  const size = 8;
  const tile = document.createElement("canvas");
  tile.width = size;
  tile.height = size;
  const context = tile.getContext("2d");
  if (!context) return other;
  context.fillStyle = card;
  context.fillRect(0, 0, size, size);
  context.strokeStyle = other;
  context.lineWidth = 3;
  for (const shift of [-size, 0, size]) {
    context.beginPath();
    context.moveTo(shift, size);
    context.lineTo(shift + size, 0);
    context.stroke();
  }
  return context.createPattern(tile, "repeat") ?? other;
}

/** As much of a label as fits. */
function fitted(context: CanvasRenderingContext2D, text: string, widthPx: number): string {
  if (context.measureText(text).width <= widthPx) return text;
  let length = text.length;
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > widthPx) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}

function drawWords(chart: Chart, row: DistributionRow, middle: number, ink: ChartInk): void {
  const { ctx: context, chartArea } = chart;
  const figures = `${row.value} % (${row.low}–${row.high})`;
  context.textBaseline = "alphabetic";
  context.textAlign = "end";
  context.fillStyle = ink.quiet;
  context.font = `400 14px ${ink.font}`;
  const taken = context.measureText(figures).width + 12;
  context.fillText(figures, chartArea.right, middle - 14);
  context.textAlign = "start";
  context.fillStyle = ink.text;
  context.font = `600 15px ${ink.font}`;
  context.fillText(fitted(context, row.label, chartArea.width - taken), chartArea.left, middle - 14);
}

function drawInterval(chart: Chart, { low, high }: DistributionRow, middle: number, ink: ChartInk): void {
  const x = chart.scales["x"];
  if (!x || low === high) return;
  const { ctx: context } = chart;
  const [from, to] = [x.getPixelForValue(low), x.getPixelForValue(high)];
  const path = () => {
    context.beginPath();
    context.moveTo(from, middle);
    context.lineTo(to, middle);
    for (const end of [from, to]) {
      context.moveTo(end, middle - 5);
      context.lineTo(end, middle + 5);
    }
    context.stroke();
  };
  context.strokeStyle = ink.card;
  context.lineWidth = 5;
  path();
  context.strokeStyle = ink.text;
  context.lineWidth = 2;
  path();
}

function wordsOnChart(rows: readonly DistributionRow[], ink: ChartInk): Plugin<"bar"> {
  return {
    id: "wordsOnChart",
    beforeDatasetsDraw(chart) {
      const { ctx: context, chartArea } = chart;
      context.fillStyle = ink.line;
      for (const { y } of chart.getDatasetMeta(0).data) context.fillRect(chartArea.left, y - 1, chartArea.width, 2);
    },
    afterDatasetsDraw(chart) {
      chart.getDatasetMeta(0).data.forEach((bar, at) => {
        const row = rows[at];
        if (!row) return;
        drawInterval(chart, row, bar.y, ink);
        drawWords(chart, row, bar.y, ink);
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
    layout: { padding: { top: 12 } },
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

function dataOf(rows: readonly DistributionRow[], ink: ChartInk): ChartData<"bar", number[], string> {
  const striped = stripes(ink);
  return {
    labels: rows.map(({ label }) => label),
    datasets: [
      {
        data: rows.map(({ value }) => value),
        backgroundColor: rows.map(({ isGood }) => (isGood ? ink.good : striped)),
        borderColor: rows.map(({ isGood }) => (isGood ? ink.good : ink.other)),
        borderWidth: 1,
        barThickness: BAR_HEIGHT,
      },
    ],
  };
}

export function DistributionChart({ rows, label }: DistributionChartProps) {
  const ink = useInk();
  return (
    <div className="chart" style={{ blockSize: rows.length * ROW_HEIGHT + AXIS_HEIGHT }}>
      {ink ? (
        <Bar
          key={`${ink.key} ${label}`}
          data={dataOf(rows, ink)}
          options={optionsFor(ink)}
          plugins={[wordsOnChart(rows, ink)]}
          role="img"
          aria-label={label}
        />
      ) : null}
    </div>
  );
}
