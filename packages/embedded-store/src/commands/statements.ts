/** Several statements in one command: ordered, where the first that fails ends it, or not. */
import type { Document } from "bson";
import { withinSteps } from "../query/regex";
import { ServerError, toServerError } from "../server-error";
import { flagField, listField } from "./command";

export interface Outcome<T> {
  readonly done: readonly { readonly index: number; readonly result: T }[];
  /** To spread into the reply: absent when nothing failed. */
  readonly writeErrors: { writeErrors?: Document[] };
}

const MOST_STATEMENTS = 100_000;

/** The statements of a command; throws `ServerError` 16 for none or too many. */
export function statementsOf(request: Document, name: string): { statements: Document[]; isOrdered: boolean } {
  const statements = listField(request, name);
  if (statements.length === 0 || statements.length > MOST_STATEMENTS)
    throw new ServerError(16, `Write batch sizes must be between 1 and 100000. Got ${statements.length} operations.`);
  return { statements, isOrdered: request["ordered"] === undefined || flagField(request, "ordered") };
}

/** What a statement says, or what is wrong with it, told when its turn comes. */
export type Compiled<S> = { readonly statement: S } | { readonly error: ServerError };

/** Throws at once what is not answered here at all, before anything is written. */
export function compileAll<S>(statements: readonly Document[], compile: (one: Document) => S): Compiled<S>[] {
  const compiled = (one: Document): Compiled<S> => {
    try {
      return { statement: compile(one) };
    } catch (error) {
      if (error instanceof ServerError && !error.isRefusal) return { error };
      throw error;
    }
  };
  return withinSteps(() => statements.map(compiled));
}

/** A document that is refused is not written; what a statement did before it stays, as in MongoDB. */
export function runStatements<S, T>(
  statements: readonly Compiled<S>[],
  isOrdered: boolean,
  run: (statement: S, index: number) => T,
): Outcome<T> {
  const done: { index: number; result: T }[] = [];
  const failed: Document[] = [];
  for (const [index, one] of statements.entries()) {
    if (isOrdered && failed.length > 0) break;
    try {
      if ("error" in one) throw one.error;
      done.push({ index, result: run(one.statement, index) });
    } catch (error) {
      const known = toServerError(error);
      if (!known || known.endsTransaction) throw error;
      failed.push(known.toWriteError(index));
    }
  }
  return { done, writeErrors: failed.length > 0 ? { writeErrors: failed } : {} };
}
