import { ExplainedError } from '#lib/explained-error.ts';

/** One file could not be saved; the others still can. */
export class FileNotSavedError extends ExplainedError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FileNotSavedError';
  }
}
