/** An error whose message is written for the people who use the app. */
export class ExplainedError extends Error {}

/** What to tell a person about an error; the texts of browsers and libraries are not for them. */
export const explainError = (error: unknown): string =>
  error instanceof ExplainedError ? error.message : 'Something went wrong. Please try again.';
