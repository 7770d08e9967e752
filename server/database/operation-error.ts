/** Why something an operator asked of the data was not done: a stable code, and one sentence that says what to do. */
export class OperationError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
