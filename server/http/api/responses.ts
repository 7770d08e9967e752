/** `PUT /api/responses/{responseId}`: takes a child's answer, once. */
import express from "express";
import type { Router } from "express";
import { problems } from "../../lib/problem";
import type { Services } from "../../services";
import { clientAddress } from "../client-address";

/** 256 KB: the longest form, with every text at its limit, is far below. */
export const MAX_BODY_BYTES = 256 * 1024;

export function responsesApi(services: Services): Router {
  const router = express.Router();
  const readJson = express.json({ limit: MAX_BODY_BYTES, type: "application/json", inflate: false });
  router.put(
    "/:responseId",
    (request, _response, next) => next(request.is("application/json") ? undefined : problems.request.wrongType()),
    readJson,
    (request, response, next) => {
      const { responseId } = request.params;
      services.responses.submit(responseId ?? "", request.body, { address: clientAddress(request) }).then(
        (receipt) => response.status(200).json(receipt),
        (error: unknown) => next(error),
      );
    },
  );
  return router;
}
