/** The order in which one child meets the choices of a paper, from its seed; stored values never change. */
import type { Paper } from "./paper";

/** As the form lists them, until there are rules of order. */
export const arrange: (paper: Paper, seed: number) => Paper = (paper) => paper;
