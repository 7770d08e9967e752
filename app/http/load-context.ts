/** What the Express server gives every loader and action. */
import type { Actor } from "#server/accounts/contract";
import type { ProxyNotice } from "#server/http/contract";
import type { Services } from "#server/services";

export interface LoadContext {
  readonly services: Services;
  /** Who acts: read from the session cookie once, before the page's code runs. */
  readonly actor: Actor;
  /** For the Content-Security-Policy of this response. */
  readonly nonce: string;
  /** The visitor's network address, for throttling alone; it is never stored or logged. */
  readonly address: string;
  /** The page answers a form post: its action has said everything, and its loader need not ask again. */
  readonly isFormPost: boolean;
  /** Behind a form post: what its action calls the page it has made, for the loader that names the document. */
  madeTitle?: string;
  /** The site is one of HTTPS: cookies are then `__Host-` and Secure. */
  readonly isSecure: boolean;
  /** Where people reach the site, `https://lyt.kommune.dk`: for what is printed and scanned. */
  readonly origin: string;
  /** What in the proxies in front does not fit the settings; for administrators. */
  readonly proxyNotices: () => readonly ProxyNotice[];
  /** Logs a fault that no page expected. */
  readonly report: (error: unknown) => void;
}

declare module "@remix-run/node" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- how Remix lets a project name its context
  interface AppLoadContext extends LoadContext {}
  /** Types of loaders and actions follow what Remix does with `v3_singleFetch` (remix.config.js). */
  interface Future {
    v3_singleFetch: true;
  }
}
