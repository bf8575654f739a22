import type { ErrorCode, FieldError, Problem } from '@share-my-files/contract';
import { ExplainedError } from './explained-error.ts';

/** The API responded with problem details. */
export class ProblemError extends ExplainedError {
  readonly code: ErrorCode;
  readonly status: number;
  readonly fieldErrors: FieldError[];
  readonly requestId: string;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options);
    this.name = 'ProblemError';
    this.code = problem.code;
    this.status = problem.status;
    this.fieldErrors = problem.errors ?? [];
    this.requestId = problem.requestId;
  }
}
