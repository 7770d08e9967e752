/** Shares as a table: each with what the noise may have made of it. */
import { useTranslation } from "react-i18next";
import { percentText, rangeText } from "./figure-text";

interface ShareLine {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** One of the most positive answers. */
  readonly isGood?: boolean;
}

interface ShareTableProps {
  readonly caption: string;
  /** What the first column is of. */
  readonly of: "answer" | "those";
  readonly lines: readonly ShareLine[];
}

export function ShareTable({ caption, of, lines }: ShareTableProps) {
  const { t } = useTranslation();
  return (
    <div className="table-frame">
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`release.${of}`)}</th>
            <th scope="col">{t("release.share")}</th>
            <th scope="col">{t("release.interval")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, value, low, high, isGood }) => (
            <tr key={label}>
              <th scope="row">
                {label}
                {isGood ? <small>{t("release.good")}</small> : null}
              </th>
              <td>{percentText(value)}</td>
              <td>{percentText(rangeText({ low, high }))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
