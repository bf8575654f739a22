/** An error whose message is written for users. */
export class ExplainedError extends Error {}

/** Returns the message for an error; messages of browsers and libraries are not meant for users. */
export const explainError = (error: unknown): string =>
  error instanceof ExplainedError ? error.message : 'Something went wrong. Please try again.';
