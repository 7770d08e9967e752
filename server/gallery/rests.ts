/** The sentences of a paper's rests, in their order. */
import type { Paper } from "#surveys/paper/paper";

export const restsOf = ({ pages }: Paper): string[] => pages.flatMap((page) => ("rest" in page ? [page.rest] : []));
