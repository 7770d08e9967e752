/** What a stage is: a function from a stream of documents to a stream; undefined passes through as a place to pause. */
import type { Document } from "bson";

export type Stream = Iterable<Document | undefined>;
export type Stage = (input: Stream) => Stream;
