/** Every question with every answer, as a table: the same coded values as the chart, and what was not answered. */
import { useTranslation } from "react-i18next";
import type { ItemTable } from "#server/releases/contract";
import type { Locale } from "#surveys/paper/local-text";
import { intervalText, shareText } from "./coded-words";

interface RowsProps {
  readonly item: ItemTable;
  readonly locale: Locale;
}

function SuppressedRow({ item, locale }: RowsProps) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">{item.question[locale]}</th>
      <td colSpan={3} className="hatched">
        {t("release.hidden")}. {t(`release.reasons.${item.reason ?? "too-few"}`)}
      </td>
    </tr>
  );
}

function ChoiceRows({ item, locale }: RowsProps) {
  const { t } = useTranslation();
  return item.choices.map(({ value, label, isFavourable, share }, index) => (
    <tr key={value}>
      {index === 0 ? (
        <th scope="rowgroup" rowSpan={item.choices.length + 1}>
          {item.question[locale]}
          {item.baseFives ? <small>{t("release.base", { base: item.baseFives })}</small> : null}
        </th>
      ) : null}
      <td>
        {label[locale]}
        {isFavourable ? <small>{t("release.good")}</small> : null}
      </td>
      <td>{shareText(share, t)}</td>
      <td>{intervalText(share, t)}</td>
    </tr>
  ));
}

function NonAnswerRow({ item }: Pick<RowsProps, "item">) {
  const { t } = useTranslation();
  return (
    <tr className="non-answers">
      <td>{t("release.other")}</td>
      <td colSpan={2}>
        {t("release.declined", { howMany: t(`release.counts.${item.declined}`) })}
        {" · "}
        {t("release.notUnderstood", { howMany: t(`release.counts.${item.notUnderstood}`) })}
      </td>
    </tr>
  );
}

interface ItemTableViewProps {
  readonly items: readonly ItemTable[];
  readonly locale: Locale;
  readonly caption: string;
}

export function ItemTableView({ items, locale, caption }: ItemTableViewProps) {
  const { t } = useTranslation();
  return (
    <div className="table-frame">
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {(["question", "answer", "share", "interval"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`release.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {items.map((item) => (
          <tbody key={item.name}>
            {item.status === "suppressed" ? (
              <SuppressedRow item={item} locale={locale} />
            ) : (
              <>
                <ChoiceRows item={item} locale={locale} />
                <NonAnswerRow item={item} />
              </>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}
