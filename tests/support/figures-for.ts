/** The figures of a release as one table, made in one go. */
import type { Table } from "../../server/exports/contract";
import { cellsOf, figuresIn, rowsOf } from "../../server/exports/rules";
import type { View } from "../../server/exports/rules";
import type { Release } from "../../server/releases/contract";

export const figuresFor = (release: Release, view: View): Table =>
  figuresIn(view.locale, rowsOf(release, view).map(cellsOf(release, view)));
