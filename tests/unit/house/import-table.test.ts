/** The linter keeps the import table: each line is a file, what it tries to import, and whether it may. */
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const eslint = new ESLint();

async function isRefused(filePath: string, importLine: string): Promise<boolean> {
  const [result] = await eslint.lintText(`${importLine}\n`, { filePath });
  return (result?.messages ?? []).some(({ ruleId }) => ruleId === "boundaries/dependencies");
}

const REFUSED: readonly (readonly [string, string])[] = [
  ["app/components/player/player.tsx", 'import "#surveys/engine/survey-library";'],
  ["app/components/player/player.tsx", 'import "mongoose";'],
  ["app/components/player/player.tsx", 'import "node:fs";'],
  ["app/components/player/player.tsx", 'import "chart.js";'],
  ["app/components/player/player.tsx", 'import "i18next";'],
  ["app/components/player/player.tsx", 'import "survey-core";'],
  ["app/components/rounds/proxy-notices.tsx", 'import "#server/http/proxy-misfits";'],
  ["app/routes/public/front.tsx", 'import "#server/responses/service";'],
  ["app/routes/public/front.tsx", 'import { createServices } from "#server/services"; createServices;'],
  ["app/routes/public/front.tsx", 'import "#server/lib/env";'],
  ["surveys/paper/walk.ts", 'import "../engine/survey-library";'],
  ["surveys/paper/walk.ts", 'import "node:crypto";'],
  ["surveys/paper/walk.ts", 'import "react";'],
  ["surveys/scoring/score-child.ts", 'import "survey-core";'],
  ["server/rounds/rules.ts", 'import "mongoose";'],
  ["server/rounds/rules.ts", 'import "../keys/service";'],
  ["server/rounds/service.ts", 'import "mongoose";'],
  ["server/rounds/service.ts", 'import "express";'],
  ["server/rounds/service.ts", 'import { createKeyService } from "../keys/service"; createKeyService;'],
  ["server/rounds/store.ts", 'import "../responses/store";'],
  ["server/exports/service.ts", 'import "write-excel-file/node";'],
  ["server/exports/rules.ts", 'import "csv-stringify/sync";'],
  ["server/releases/service.ts", 'import "../exports/write-csv";'],
  ["app/routes/adult/release-export.tsx", 'import "#server/exports/file-name";'],
  ["packages/embedded-store/src/serve-request.ts", 'import "../../../server/lib/ids";'],
  ["packages/embedded-store/src/serve-request.ts", 'import "mongodb";'],
  ["server/services.ts", 'import "@lyt-hoejt/embedded-store";'],
  ["server/database/backup.ts", 'import "@lyt-hoejt/embedded-store";'],
  ["server/database/connect.ts", 'import "../../packages/embedded-store/src/cursors";'],
  ["server/database/backup.ts", 'import "mongodb";'],
  ["server/cli/commands/backup.ts", 'import "@lyt-hoejt/embedded-store";'],
  ["server/database/migrations/0001-windows-are-whole-days.ts", 'import "#surveys/paper/calendar";'],
  ["server/database/migrations/0001-windows-are-whole-days.ts", 'import "../claims";'],
  ["server/database/migrations/0001-windows-are-whole-days.ts", 'import "mongoose";'],
  ["server/http/app.ts", 'import "../rounds/store";'],
  ["server/http/app.ts", 'import "mongoose";'],
];

const ALLOWED: readonly (readonly [string, string])[] = [
  ["app/components/player/player.tsx", 'import "#surveys/paper/walk";'],
  ["app/components/player/player.tsx", 'import "#server/responses/contract";'],
  ["app/components/rounds/proxy-notices.tsx", 'import "#server/http/contract";'],
  ["app/routes/public/front.tsx", 'import type { Services } from "#server/services"; export type S = Services;'],
  ["surveys/engine/survey-library.ts", 'import "survey-core";'],
  ["server/rounds/service.ts", 'import type { KeyService } from "../keys/service"; export type K = KeyService;'],
  ["server/rounds/store.ts", 'import "mongoose";'],
  ["server/exports/write-workbook.ts", 'import "write-excel-file/node";'],
  ["server/database/connect.ts", 'import "@lyt-hoejt/embedded-store";'],
  ["server/database/bson-file.ts", 'import "bson";'],
  ["server/database/bring-up.ts", 'import "./migrations/index";'],
  ["server/database/migrations/0001-windows-are-whole-days.ts", 'import "mongodb";'],
];

describe("the import table", () => {
  it.each(REFUSED)("refuses %s: %s", async (file, line) => expect(await isRefused(file, line)).toBe(true));
  it.each(ALLOWED)("allows %s: %s", async (file, line) => expect(await isRefused(file, line)).toBe(false));
});
