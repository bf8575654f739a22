import { ExplainedError } from './explained-error.ts';

/** There was no response: the browser is offline or a service is unreachable. Never signs the user out. */
export class NetworkError extends ExplainedError {
  constructor(options?: ErrorOptions) {
    super('The server cannot be reached right now. Check your connection and try again.', options);
    this.name = 'NetworkError';
  }
}
