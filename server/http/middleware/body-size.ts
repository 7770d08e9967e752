/** Refuses what is too large before anything reads it. A page's form always says its length; who does not is no browser. */
import type { RequestHandler } from "express";
import { problems } from "../../lib/problem";
import { MAX_BODY_BYTES } from "../api/responses";

/** A survey file to look at may be a megabyte (surveys/engine/guard-definition.ts), three when it is written as a form's field. */
const MAX_FILE_BYTES = 3 * 1024 * 1024;
const FILES = /^\/galleri\/fil(\.data)?$/;

export const bodySize: RequestHandler = (request, _response, next) => {
  const most = FILES.test(request.path) ? MAX_FILE_BYTES : MAX_BODY_BYTES;
  if (Number(request.get("content-length") ?? 0) > most) return next(problems.request.tooLarge());
  // The API counts as it reads.
  const isUnmeasured = request.get("transfer-encoding") !== undefined && !/^\/api\//i.test(request.path);
  next(isUnmeasured ? problems.request.lengthNeeded() : undefined);
};
