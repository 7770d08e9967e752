/** Refuses what is too large before anything reads it. A page's form always says its length; who does not is no browser. */
import type { RequestHandler } from "express";
import { problems } from "../../lib/problem";
import { MAX_BODY_BYTES } from "../api/responses";

export const bodySize: RequestHandler = (request, _response, next) => {
  if (Number(request.get("content-length") ?? 0) > MAX_BODY_BYTES) return next(problems.request.tooLarge());
  // The API counts as it reads.
  const isUnmeasured = request.get("transfer-encoding") !== undefined && !request.path.startsWith("/api/");
  next(isUnmeasured ? problems.request.lengthNeeded() : undefined);
};
