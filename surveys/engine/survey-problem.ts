/** Why a survey cannot be used: where in the file, and the reason, in one sentence an author can act on. */
export class SurveyProblem extends Error {
  readonly path: string;
  readonly reason: string;
  /** True when SurveyJS itself could do it, and only a paper has no word for it: another renderer may draw the form. */
  readonly isBeyondPaper: boolean;

  constructor(path: string, reason: string, { isBeyondPaper = false } = {}) {
    super(`${path}: ${reason}`);
    this.name = "SurveyProblem";
    this.path = path;
    this.reason = reason;
    this.isBeyondPaper = isBeyondPaper;
  }
}

export const beyondPaper = (path: string, reason: string): SurveyProblem =>
  new SurveyProblem(path, reason, { isBeyondPaper: true });
