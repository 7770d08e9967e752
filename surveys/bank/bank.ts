/** Every item of the bank, checked when it is loaded. The list of files is made by `npm run index:bank`. */
import { z } from "zod";
import { bankItemShape } from "./item-shape";
import type { BankItem } from "./item-shape";
import * as files from "./items/index";

/** Throws an Error that says which item is wrong, where and why. */
export function loadItem(file: string, given: unknown): BankItem {
  const { success, data, error } = bankItemShape.safeParse(given);
  if (!success) throw new Error(`The item ${file} is wrong.\n${z.prettifyError(error)}`);
  return data;
}

/** In the order of their files' names. */
export const bank: readonly BankItem[] = Object.entries<unknown>(files).map(([file, json]) => loadItem(file, json));
