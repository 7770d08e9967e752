/** All that the cards of the themes draw, as one table: the figure, the municipality's, and each round with its band. */
import { useTranslation } from "react-i18next";
import { rangeText } from "./figure-text";
import type { IndexLine } from "./leader-page";

function Row({
  line,
  name,
  titles,
}: {
  readonly line: IndexLine;
  readonly name: string;
  readonly titles: readonly string[];
}) {
  const { low, high, municipality, history, value, band } = line;
  // Where there is no earlier round this one has no history either.
  const now = { title: titles.at(-1) ?? "", value, band };
  const rounds = history.length > 0 ? history : [now];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{rangeText({ low, high })}</td>
      <td>{municipality ?? "–"}</td>
      {titles.map((title) => {
        const round = rounds.find((one) => one.title === title);
        return (
          <td key={title}>
            {round ? (
              <>
                {round.value} <small>{rangeText(round.band)}</small>
              </>
            ) : (
              "–"
            )}
          </td>
        );
      })}
    </tr>
  );
}

interface FiguresTableProps {
  readonly lines: readonly IndexLine[];
  readonly hasForms: boolean;
  /** This round's. */
  readonly title: string;
}

export function FiguresTable({ lines, hasForms, title }: FiguresTableProps) {
  const { t } = useTranslation();
  const past = lines.flatMap(({ history }) => history.slice(0, -1).map((point) => point.title));
  const titles = [...new Set(past), title];
  return (
    <details className="as-table">
      <summary>{t("release.historyTable")}</summary>
      <div className="table-frame">
        <table>
          <caption className="visually-hidden">{t("release.themes")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("release.themes")}</th>
              <th scope="col">{t("release.legend.noise")}</th>
              <th scope="col">{t("release.legend.municipality")}</th>
              {titles.map((round) => (
                <th key={round} scope="col">
                  {round} <small>{t("release.legend.model")}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row
                key={`${line.form} ${line.index}`}
                line={line}
                titles={titles}
                name={[t(`indices.${line.index}`), ...(hasForms ? [t(`forms.${line.form}`)] : [])].join(", ")}
              />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
