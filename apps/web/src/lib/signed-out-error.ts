import { ExplainedError } from './explained-error.ts';

/** The request was abandoned because its user has signed out. */
export class SignedOutError extends ExplainedError {
  constructor() {
    super('You are signed out.');
    this.name = 'SignedOutError';
  }
}
