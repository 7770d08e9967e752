/**
 * Who may import what: the table of docs/architecture.md, as the linter reads it. A room is a kind of file (the first
 * pattern that matches names it); a policy says which rooms and which packages a room may import. The rest is refused.
 */

/** A room by its files; `capability` is the folder under server/. The first match counts. */
export const rooms = [
  { category: "embedded-store", pattern: "packages/embedded-store/src/**" },
  { category: "migration", pattern: "server/database/migrations/*.ts" },
  { category: "database", pattern: "server/database/*.ts" },
  { category: "lib", pattern: "server/lib/*.ts" },
  { category: "log", pattern: "server/observability/*.ts" },
  { category: "contract", pattern: "server/http/contract.ts" },
  { category: "http", pattern: "server/http/**" },
  { category: "command-line", pattern: "server/cli/**" },
  { category: "demo", pattern: "server/demo/*.ts" },
  { category: "composition", pattern: "server/*.ts" },
  { category: "contract", pattern: "server/*/{contract,key-text,forms}.ts", capture: ["capability"] },
  { category: "store", pattern: "server/*/{store,*-store}.ts", capture: ["capability"] },
  { category: "service", pattern: "server/*/service.ts", capture: ["capability"] },
  // Use cases too long to stand in a service, and what several of them share.
  {
    category: "service",
    pattern: "server/*/{find-*,count-*,plan-*,create-*,tick-*,open-*,overviews,round-secrets}.ts",
    capture: ["capability"],
  },
  { category: "throttle", pattern: "server/*/throttle.ts", capture: ["capability"] },
  // What a package writes, loaded when a service is asked for it.
  { category: "writer", pattern: "server/*/write-*.ts", capture: ["capability"] },
  // What carries something out of the house, by a package.
  { category: "sender", pattern: "server/*/send-*.ts", capture: ["capability"] },
  { category: "key-file", pattern: "server/keys/pepper.ts" },
  { category: "rules", pattern: "server/*/*.ts", capture: ["capability"] },

  { category: "survey-engine", pattern: "surveys/engine/**" },
  { category: "surveys", pattern: "surveys/**" },

  { category: "style", pattern: "app/styles/**" },
  { category: "chart", pattern: "app/components/charts/**" },
  { category: "surveyjs", pattern: "app/components/surveyjs/**" },
  // What reads somebody's file, in the browser and on demand.
  { category: "spreadsheet", pattern: "app/components/spreadsheet/**" },
  { category: "component", pattern: "app/components/**" },
  { category: "words", pattern: "app/i18n/**" },
  { category: "addresses", pattern: "app/urls.ts" },
  { category: "page", pattern: "app/{routes,http}/**" },
  { category: "page", pattern: "app/*.{ts,tsx}" },
];

/** @param {...string} categories */
const room = (...categories) => ({
  to: { file: { categories: categories.length === 1 ? categories[0] : categories } },
});
/** @param {string} category */
const own = (category) => ({
  to: { file: { categories: category, captured: { capability: "{{from.file.captured.capability}}" } } },
});
/** @param {string} category */
const typeOf = (category) => ({ ...room(category), dependency: { kind: "type" } });
/** @param {...string} source */
const packages = (...source) => ({ to: { module: { origin: "external", source } } });
/** @param {string} source */
const typesOf = (source) => ({ ...packages(source), dependency: { kind: "type" } });
const node = { to: { module: { origin: "core" } } };

/** @param {string} from @param {object[]} allow */
const may = (from, ...allow) => ({ from: { file: { categories: from } }, allow });

/** The only door of the package. */
const STORE = "packages/embedded-store/src/embedded-store.ts";

const pureLibraries = packages("zod", "re2js", "@stdlib/**", "@stdlib/*", "pure-rand", "pure-rand/**");

export const importPolicies = [
  may("lib", room("lib"), node, packages("zod")),
  may("log", room("lib"), node, packages("pino")),

  may("embedded-store", room("embedded-store"), node, packages("bson", "lmdb", "re2js")),
  may("migration", room("migration"), packages("mongodb")),
  may("database", room("database", "lib", "migration"), node, packages("mongoose", "bson")),
  { from: { file: { path: "server/database/connect.ts" } }, allow: { to: { file: { path: STORE } } } },

  may("contract", room("contract", "surveys", "lib"), packages("zod")),
  may("rules", room("contract", "rules", "surveys", "survey-engine", "lib"), packages("zod")),
  may("throttle", room("lib", "throttle", "rules", "contract")),
  may("key-file", room("lib"), node),
  may("service", room("contract", "rules", "surveys", "survey-engine", "lib"), typeOf("service"), typeOf("throttle")),
  may("writer", own("contract"), room("surveys"), node, packages("csv-stringify", "uqr", "write-excel-file")),
  may("service", own("service"), own("writer"), { ...own("sender"), dependency: { kind: "type" } }),
  may("sender", own("contract"), own("rules"), room("surveys"), packages("nodemailer"), typesOf("nodemailer")),
  may("service", typeOf("store"), packages("@node-rs/argon2"), node),
  may("store", own("contract"), own("rules"), room("surveys", "lib", "contract"), packages("mongoose")),
  may("store", { to: { file: { path: "server/database/database-problem.ts" } } }),

  may("http", room("http", "contract", "lib", "log"), typeOf("composition"), node),
  may(
    "http",
    packages("express", "helmet", "compression", "negotiator", "@remix-run/express", "@remix-run/node", "vite"),
  ),
  may("demo", room("demo", "contract", "rules", "surveys", "lib"), typeOf("composition"), pureLibraries),
  may("command-line", room("command-line", "composition", "contract", "rules", "lib", "log", "demo", "database")),
  may("command-line", node, packages("commander")),
  may(
    "composition",
    room("composition", "database", "http", "service", "store", "throttle", "key-file", "demo", "sender"),
  ),
  may("composition", room("lib", "log", "surveys", "survey-engine", "contract", "rules"), node),

  may("surveys", room("surveys"), typeOf("survey-engine"), pureLibraries),
  may("survey-engine", room("surveys", "survey-engine"), pureLibraries, packages("survey-core")),

  may("component", room("component", "contract", "surveys", "style", "words", "addresses"), room("chart", "surveyjs")),
  may("component", room("spreadsheet")),
  may("component", packages("react", "@remix-run/react", "react-i18next"), typesOf("i18next")),
  may("chart", room("chart", "component", "contract", "surveys", "words"), typesOf("i18next")),
  may("chart", packages("react", "chart.js", "react-chartjs-2", "react-i18next")),
  may("spreadsheet", room("spreadsheet"), packages("csv-parse/**", "read-excel-file/**", "fflate")),
  may("surveyjs", room("surveyjs", "surveys", "words"), { to: { file: { path: "surveys/engine/own-types.ts" } } }),
  may("surveyjs", packages("react", "react-i18next", "survey-core", "survey-core/**", "survey-react-ui")),
  may("words", room("words", "surveys"), packages("i18next", "react-i18next", "react")),
  may("page", room("page", "component", "contract", "surveys", "style", "words", "addresses"), typeOf("composition")),
  may("page", { to: { file: { path: "server/lib/problem.ts" } } }, node),
  may("page", packages("react", "react-dom/**", "react-dom", "@remix-run/**", "isbot", "react-i18next", "i18next")),
];
