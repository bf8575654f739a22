import { explainError } from './explained-error.ts';
import { ProblemError } from './problem-error.ts';
import type { FormProblem } from './use-form.ts';

/** Returns the messages of a failed request, for the fields that the API named or for the whole form. */
export const explainProblem = (error: Error): FormProblem => {
  if (!(error instanceof ProblemError) || error.fieldErrors.length === 0)
    return { message: explainError(error) };
  return { fields: Object.fromEntries(error.fieldErrors.map(({ path, message }) => [path, message])) };
};
