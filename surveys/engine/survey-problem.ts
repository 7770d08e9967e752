/** Why a survey cannot be used: where in the file, and the reason, in one sentence an author can act on. */
export class SurveyProblem extends Error {
  readonly path: string;
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.name = "SurveyProblem";
    this.path = path;
    this.reason = reason;
  }
}
