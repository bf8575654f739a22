import { DrizzleQueryError } from 'drizzle-orm/errors';

const hasCode = (error: unknown): error is { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** Returns the SQLSTATE of a failed statement, or the system's error code if the database was not reached. */
export const sqlStateOf = (error: unknown): string | undefined => {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return hasCode(cause) ? cause.code : undefined;
};

/** Returns whether an error comes from a statement; its message repeats values such as email addresses. */
export const isQueryError = (error: unknown): boolean =>
  error instanceof DrizzleQueryError || (hasCode(error) && /^[0-9A-Z]{5}$/.test(error.code));
