/** Answers to the children: written, published, followed up, and read under a code. */
import type { ChildrensResult } from "./contract";

export interface FeedbackService {
  /** Throws `result.unknown` 404, or `request.tooMany` when this address has come with many codes that are not there. */
  getForChildren(code: string, options: { address: string }): Promise<ChildrensResult>;
}
