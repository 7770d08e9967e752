/** `/healthz`: the process runs. `/readyz`: it can also reach its database. */
import express from "express";
import type { Router } from "express";
import { problems } from "../../lib/problem";

export function healthApi(ping: () => Promise<void>): Router {
  const router = express.Router();
  router.get("/healthz", (_request, response) => {
    response.type("text/plain").send("ok");
  });
  router.get("/readyz", (_request, response, next) => {
    ping().then(
      () => response.type("text/plain").send("ready"),
      () => next(problems.database.away()),
    );
  });
  return router;
}
