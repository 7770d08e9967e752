/** Security headers from the first day: a Content-Security-Policy with a fresh nonce for every page. */
import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

export function securityHeaders({
  isSecure,
  isDevelopment,
}: {
  isSecure: boolean;
  isDevelopment: boolean;
}): RequestHandler[] {
  const nonce: RequestHandler = (_request, response, next) => {
    response.locals["nonce"] = randomBytes(16).toString("base64");
    next();
  };
  const withNonce = (_request: unknown, response: { locals?: Record<string, unknown> }) =>
    `'nonce-${String(response.locals?.["nonce"])}'`;
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // The nonce function is called by helmet with Node's response, on which Express has put `locals`.
        scriptSrc: ["'self'", withNonce as never],
        styleSrc: isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'"],
        connectSrc: isDevelopment ? ["'self'", "ws:"] : ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 15_552_000 } : false,
    // Not "no-referrer": browsers would then hide where a form post comes from (same-origin.ts).
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
  return [nonce, headers];
}
