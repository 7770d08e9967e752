/** `$changeStream` (manual: "Change Streams"): refused as a server that stands alone does, wherever it stands. */
import { ServerError } from "../../server-error";
import { isDocument } from "../../storage/document";

const FIELDS = new Set([
  ...["resumeAfter", "startAfter", "startAtOperationTime", "fullDocument", "fullDocumentBeforeChange"],
  ...["allChangesForCluster", "showExpandedEvents", "showSystemEvents", "showMigrationEvents"],
  ...["showRawUpdateDescription", "allowToRunOnConfigDB", "allowToRunOnSystemNS"],
]);

/** 40573, or 40415 for a field that nobody knows. */
export function refuseChangeStream(spec: unknown): ServerError {
  const unknown = isDocument(spec) ? Object.keys(spec).find((field) => !FIELDS.has(field)) : undefined;
  return unknown
    ? new ServerError(40415, `BSON field '$changeStream.${unknown}' is an unknown field.`)
    : new ServerError(40573, "The $changeStream stage is only supported on replica sets");
}
