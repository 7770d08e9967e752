/** Attaches who acts, once a request, from the session cookie. */
import type { RequestHandler } from "express";
import { NOBODY, readSessionToken } from "#server/accounts/contract";
import type { Services } from "../../services";

export interface ActorOptions {
  readonly services: Services;
  readonly isSecure: boolean;
}

export function attachActor({ services, isSecure }: ActorOptions): RequestHandler {
  return (request, response, next) => {
    const token = readSessionToken(request.headers.cookie, isSecure);
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
