import { explainError } from './explained-error.ts';
import { ProblemError } from './problem-error.ts';
import type { FormProblem } from './use-form.ts';

/** What a form says of a failed request: beside the fields the API named, or about the whole. */
export const explainProblem = (error: Error): FormProblem => {
  if (!(error instanceof ProblemError) || error.fieldErrors.length === 0)
    return { message: explainError(error) };
  return { fields: Object.fromEntries(error.fieldErrors.map(({ path, message }) => [path, message])) };
};
