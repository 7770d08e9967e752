/** What has been signed, language by language; `npm run translations -- sign` writes it. */
import ar from "./signed/ar.json" with { type: "json" };
import en from "./signed/en.json" with { type: "json" };
import pl from "./signed/pl.json" with { type: "json" };
import tr from "./signed/tr.json" with { type: "json" };
import uk from "./signed/uk.json" with { type: "json" };
import ur from "./signed/ur.json" with { type: "json" };
import type { SignedIn } from "./stale";

export const signedTranslations: SignedIn = { en, ar, tr, pl, uk, ur };
