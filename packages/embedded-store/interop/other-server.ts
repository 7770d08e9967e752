/**
 * The server the tests run against when it is not the embedded store: MONGODB_URL. With LYT_INTEROP=1 it is the independent
 * one of `npm run test:interop`: it lives for that run alone, so any database in it may go, and it has faults of its own.
 */
const url = process.env["MONGODB_URL"] || undefined;

export const otherServer = { url, isIndependent: url !== undefined && process.env["LYT_INTEROP"] === "1" } as const;
