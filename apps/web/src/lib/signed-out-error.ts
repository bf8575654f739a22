import { ExplainedError } from './explained-error.ts';

/** The request was given up because the person who made it has signed out. */
export class SignedOutError extends ExplainedError {
  constructor() {
    super('You are signed out.');
    this.name = 'SignedOutError';
  }
}
