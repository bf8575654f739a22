import { ExplainedError } from './explained-error.ts';

/** No answer came: the person is offline, or a service is out of reach. Nobody is signed out by it. */
export class NetworkError extends ExplainedError {
  constructor(options?: ErrorOptions) {
    super('The server cannot be reached right now. Check your connection and try again.', options);
    this.name = 'NetworkError';
  }
}
