/** delete: one or all that match. */
import type { Document } from "bson";
import { compileSelection, select } from "../query/select";
import type { Selection } from "../query/select";
import { ServerError } from "../server-error";
import type { Command } from "./command";
import { asNumber, checkStatement, collectionName, documentField, refuseOptions } from "./command";
import { compileAll, runStatements, statementsOf } from "./statements";

const REFUSED = ["collation", "hint", "let"];

function checkDelete(statement: Document): void {
  checkStatement("delete.deletes", { q: true, limit: true }, REFUSED, statement);
  const limit = asNumber(statement["limit"]);
  if (limit !== 0 && limit !== 1)
    throw new ServerError(9, `The limit field in delete objects must be 0 or 1. Got ${String(limit)}`);
}

/** Of a statement whose fields have been checked. */
export const deleteStatement = (statement: Document): Selection =>
  compileSelection(documentField(statement, "q") ?? {}, { limit: asNumber(statement["limit"]) });

export const remove: Command = {
  fields: ["deletes", "ordered", "let"],
  async run(call) {
    const { request, database, databases, pace } = call;
    const name = collectionName(call);
    refuseOptions(request, ["let"]);
    const { statements, isOrdered } = statementsOf(request, "deletes");
    for (const one of statements) checkDelete(one);
    const selections = compileAll(statements, deleteStatement);
    return databases.change(database, name, (collection) => {
      const { done, writeErrors } = runStatements(selections, isOrdered, (selection) => {
        const records = collection ? pace.now(select(collection, selection)) : [];
        for (const record of records) collection?.remove(record);
        return records.length;
      });
      return { n: done.reduce((sum, { result }) => sum + result, 0), ...writeErrors, ok: 1 };
    });
  },
};
