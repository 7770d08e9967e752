/** For the administrator: what in the proxy in front of the server does not fit the settings, and what to change. */
import { useTranslation } from "react-i18next";
import type { ProxyNotice } from "#server/http/contract";

export function ProxyNotices({ notices }: { readonly notices: readonly ProxyNotice[] }) {
  const { t } = useTranslation();
  if (notices.length === 0) return null;
  return (
    <section className="card proxy-notices" aria-labelledby="proxy-notices">
      <h2 id="proxy-notices">{t("admin.proxy.title")}</h2>
      <p>{t("admin.proxy.about")}</p>
      <ul>
        {notices.map(({ misfit, seen, of }) => (
          <li key={misfit}>
            <p>{t(`admin.proxy.${misfit}`)}</p>
            <p>
              <strong>{t(`admin.proxy.${misfit}-do`)}</strong>
            </p>
            {seen > 0 ? <p className="proxy-seen">{t("admin.proxy.seen", { seen, of })}</p> : null}
          </li>
        ))}
      </ul>
      <p>{t("admin.proxy.how")}</p>
    </section>
  );
}
