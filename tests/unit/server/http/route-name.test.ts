/** Logs know patterns of paths, never a key, a code or an id. */
import { expect, it } from "vitest";
import { routeName } from "../../../../server/http/route-name";

it.each([
  ["/", "/"],
  ["/svar", "/svar"],
  ["/svar/", "/svar"],
  ["/svar/7bqr2nnctfk9nyyyvzqb4tj8fk", "/svar/:key"],
  ["/svar/7bqr2nnctfk9nyyyvzqb4tj8fk.data", "/svar/:key"],
  ["/svar/g/0123456789", "/svar/g/:code"],
  ["/svar/g/0123456789/fox.fox.fox", "/svar/g/:code/:own"],
  ["/api/responses/00112233445566778899aabbccddeeff", "/api/responses/:id"],
  ["/leder/eg", "/leder"],
  ["/leder/eg/forar", "/leder/:institution/:round"],
  ["/leder/eg/forar/udtraek.csv", "/leder/:institution/:round/export"],
  ["/Leder/eg/forar/Udtraek.XLSX/", "/leder/:institution/:round/export"],
  ["/leder/eg/forar/udtraek.csv.data", "/leder/:institution/:round/export"],
  ["/log-ind", "/log-in-or-out"],
  ["/7bqr2nnctfk9nyyyvzqb4tj8fk", "other"],
  ["/SVAR", "/svar"],
  ["/svar.data", "/svar"],
  ["//Svar//7BQR2NNCTFK9NYYYVZQB4TJ8FK).", "/svar/:key"],
  ["/%73var/7bqr2nnctfk9nyyyvzqb4tj8fk", "/svar/:key"],
  ["/svar\\7bqr2nnctfk9nyyyvzqb4tj8fk", "/svar/:key"],
  ["/x/../svar/7bqr2nnctfk9nyyyvzqb4tj8fk", "/svar/:key"],
  ["/SVAR/G/O123456789/Fox.Fox.Fox", "/svar/g/:code/:own"],
  ["/API/Responses/00112233445566778899aabbccddeeff", "/api/responses/:id"],
  ["/Leder/eg/forar/", "/leder/:institution/:round"],
  ["/LOG-IND", "/log-in-or-out"],
  ["*", "other"],
])("%s is logged as %s", (path, name) => expect(routeName(path)).toBe(name));
