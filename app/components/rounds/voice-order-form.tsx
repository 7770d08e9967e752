/** Which voice reads aloud to children where no person has: the device's own or our files. Works without scripts. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { VoiceOrder } from "#surveys/narration/voices";
import { VOICE_ORDERS } from "#surveys/narration/voices";

interface VoiceOrderFormProps {
  readonly order: VoiceOrder;
  /** `?lang=en` or nothing. */
  readonly lang: string;
  readonly isSaved: boolean;
}

export function VoiceOrderForm({ order, lang, isSaved }: VoiceOrderFormProps) {
  const { t } = useTranslation();
  return (
    <section className="card voice-order">
      <h2 id="voice-order">{t("admin.voices.title")}</h2>
      <p>{t("admin.voices.about")}</p>
      {isSaved ? (
        <p className="success" role="status">
          {t("admin.voices.saved")}
        </p>
      ) : null}
      <Form method="post" action={`/admin/oplaesning${lang}`} className="step" aria-labelledby="voice-order">
        {VOICE_ORDERS.map((one) => (
          <label key={one} className="check">
            <input type="radio" name="order" value={one} defaultChecked={one === order} />
            <span>
              <strong>{t(`admin.voices.${one}`)}</strong> {t(`admin.voices.${one}-help`)}
            </span>
          </label>
        ))}
        <button type="submit" className="button" data-kind="quiet">
          {t("admin.voices.save")}
        </button>
      </Form>
    </section>
  );
}
