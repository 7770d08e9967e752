/** The figures to take along: as a workbook or as rows of text, for the staff or for the board. */
import { useTranslation } from "react-i18next";
import { EDITIONS, exportAddress } from "#server/exports/contract";
import type { AdultFrameData } from "../layout/adult-frame";

interface DownloadsProps {
  readonly frame: Pick<AdultFrameData, "lang">;
  readonly institutionId: string;
  readonly roundId: string;
}

const FORMATS = ["xlsx", "csv"] as const;

export function Downloads({ frame, institutionId, roundId }: DownloadsProps) {
  const { t } = useTranslation();
  const lang = frame.lang.replace("?", "&");
  return (
    <details className="card form-fold downloads">
      <summary>{t("release.downloads.title")}</summary>
      <p>{t("release.downloads.help")}</p>
      <ul>
        {FORMATS.flatMap((format) =>
          EDITIONS.map((edition) => (
            <li key={`${format} ${edition}`}>
              <a href={exportAddress({ institutionId, roundId, format, edition }) + lang} download>
                {t(`release.downloads.${format}`)} – {t(`release.downloads.${edition}`)}
              </a>
            </li>
          )),
        )}
        <li>
          <a
            href={exportAddress({ institutionId, roundId, format: "csv", edition: "board", sheet: "codebook" }) + lang}
            download
          >
            {t("release.downloads.codebook")}
          </a>
        </li>
      </ul>
    </details>
  );
}
