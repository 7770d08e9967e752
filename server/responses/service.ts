import type { Locale } from "#surveys/paper/local-text";
import type { GroupDoor, Invitation, Receipt } from "./contract";

export interface ResponseService {
  /**
   * Opens a key (text as `parseKey` reads it). Throws `key.malformed` 400, `key.unknown` 404 (also expired, and a
   * round that no longer takes new keys), `key.used` 409, `request.tooMany` 429.
   */
  openKey(keyText: string, options: { locale: Locale; address: string }): Promise<Invitation>;
  /** Throws `key.unknown` or `request.tooMany`. */
  openGroup(groupCode: string, options: { address: string }): Promise<GroupDoor>;
  /**
   * Stores an answer once. `input` is untrusted (a `Submission`). The same id again gives the same receipt.
   * Throws `response.invalid` 400, `key.*`, `round.sealed` 410, `database.away` 503.
   */
  submit(responseId: string, input: unknown, options: { address: string }): Promise<Receipt>;
}
