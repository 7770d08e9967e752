/** Attaches who acts, once a request, from the session cookie. */
import type { RequestHandler } from "express";
import { NOBODY } from "#server/accounts/contract";
import type { Services } from "../../services";

const COOKIE = /(?:^|;\s*)(?:__Host-)?lyt=([A-Za-z0-9_-]{43})(?:;|$)/;

export function attachActor(services: Services): RequestHandler {
  return (request, response, next) => {
    const token = COOKIE.exec(request.headers.cookie ?? "")?.[1];
    const found = token ? services.accounts.findActor(token) : Promise.resolve(NOBODY);
    found.then(
      (actor) => {
        response.locals["actor"] = actor;
        next();
      },
      (error: unknown) => next(error),
    );
  };
}
