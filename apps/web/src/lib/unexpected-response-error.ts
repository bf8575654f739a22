import type { Operation } from '@share-my-files/contract';
import { ExplainedError } from './explained-error.ts';

/** A success response that does not match the schema of its operation; `cause` lists the differences. */
export class UnexpectedResponseError extends ExplainedError {
  readonly operation: string;

  constructor({ method, path }: Operation, options: ErrorOptions) {
    super('The server sent an unexpected response. Reload the page and try again.', options);
    this.name = 'UnexpectedResponseError';
    this.operation = `${method} ${path}`;
  }
}
