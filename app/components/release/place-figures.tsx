/**
 * The map of places: the plan that the children had, and on each place how many put which sticker there. Two shapes and their
 * numbers, so that no colour has to be told from another; drawn without scripts, and as bars and a table one press away.
 */
import { useTranslation } from "react-i18next";
import { percentText } from "./figure-text";
import type { PlaceMapView, PlaceView, PlanView } from "./leader-page";
import { ChartOrTable, TooFew } from "./question-figures";
import { useUnfolded } from "./use-unfolded";

/** Around a place's spot; its label stands in the middle, as large as its words. */
const [BOX_WIDTH, BOX_HEIGHT] = [140, 90] as const;

/** SVG of our own making (`make-plan.ts`), hidden from screen readers. */
function Drawing({ of, className }: { readonly of: string; readonly className: string }) {
  return <span className={className} dangerouslySetInnerHTML={{ __html: of }} />;
}

function Shares({ rows, stickers }: Pick<PlaceView, "rows"> & Pick<PlanView, "stickers">) {
  return (
    <span className="place-shares">
      {stickers.map(({ label, drawing }, at) => (
        <span key={label}>
          <Drawing of={drawing} className="place-sticker" />
          {rows[at]?.value}
          <small> %</small>
        </span>
      ))}
    </span>
  );
}

function PlaceLabel({ place: { name, rows }, stickers }: Pick<PlanView, "stickers"> & { readonly place: PlaceView }) {
  const { t } = useTranslation();
  return (
    <div className="place-box">
      <div className={rows.length === 0 ? "place-label hatched" : "place-label"}>
        <span>{name}</span>
        {rows.length === 0 ? <span>{t("release.hidden")}</span> : <Shares rows={rows} stickers={stickers} />}
      </div>
    </div>
  );
}

function Plan({ places, plan: { drawing, stickers, spots } }: Required<Pick<PlaceMapView, "places" | "plan">>) {
  const { t } = useTranslation();
  const told = places.map(({ name, rows }) => {
    const shares = rows.map(({ label, value }) => `${label} ${percentText(value)}`);
    return `${name}: ${shares.length > 0 ? shares.join(", ") : t("release.hidden")}`;
  });
  return (
    <div className="place-plan" role="img" aria-label={t("release.plan", { places: told.join("; ") })}>
      <Drawing of={drawing} className="place-drawing" />
      <svg className="place-marks" width="100%" height="100%" aria-hidden="true" focusable="false">
        {places.map((place, at) => (
          <foreignObject
            key={place.name}
            x={`${spots[at]?.x ?? 0}%`}
            y={`${spots[at]?.y ?? 0}%`}
            width={BOX_WIDTH}
            height={BOX_HEIGHT}
            transform={`translate(${-BOX_WIDTH / 2} ${-BOX_HEIGHT / 2})`}
          >
            <PlaceLabel place={place} stickers={stickers} />
          </foreignObject>
        ))}
      </svg>
    </div>
  );
}

function HiddenPlaces({ places }: Pick<PlaceMapView, "places">) {
  const { t } = useTranslation();
  const names = places.filter(({ rows }) => rows.length === 0).map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <p className="hatched">
      <span>
        <strong>{t("release.hidden")}:</strong> {names.join(", ")}. {t("release.reasons.too-few")}
      </span>
    </p>
  );
}

function OnPlan({ map: { text, places, plan } }: { readonly map: PlaceMapView & { readonly plan: PlanView } }) {
  const { t } = useTranslation();
  const { ref, onToggle, wasUnfolded } = useUnfolded();
  return (
    <>
      <ul className="legend">
        {plan.stickers.map(({ label, drawing }) => (
          <li key={label}>
            <Drawing of={drawing} className="place-sticker" />
            {label}
          </li>
        ))}
      </ul>
      <Plan places={places} plan={plan} />
      <p className="small-print">{t("release.planHelp", { within: plan.within })}</p>
      <HiddenPlaces places={places} />
      <details className="as-table" ref={ref} onToggle={onToggle}>
        <summary>{t("release.asBars")}</summary>
        <ChartOrTable rows={rowsOf(places)} caption={text} isUnfolded={wasUnfolded} isTableBeside />
      </details>
    </>
  );
}

const rowsOf = (places: readonly PlaceView[]) =>
  places.flatMap(({ name, rows }) => rows.map((row) => ({ ...row, label: `${name}: ${row.label}` })));

interface MapFiguresProps {
  readonly map: PlaceMapView;
  readonly isUnfolded: boolean;
}

export function MapFigures({ map, isUnfolded }: MapFiguresProps) {
  const { t } = useTranslation();
  const { text, places, plan } = map;
  const rows = rowsOf(places);
  return (
    <article className="question">
      <h3>{text}</h3>
      <p className="small-print">{t("release.placesHelp")}</p>
      {rows.length === 0 ? (
        <TooFew />
      ) : plan ? (
        <OnPlan map={{ ...map, plan }} />
      ) : (
        <ChartOrTable rows={rows} caption={text} isUnfolded={isUnfolded} />
      )}
    </article>
  );
}
