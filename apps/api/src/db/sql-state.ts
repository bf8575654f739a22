import { DrizzleQueryError } from 'drizzle-orm/errors';

const hasCode = (error: unknown): error is { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** The SQLSTATE of a failed statement, or the system's error code when the database was not reached. */
export const sqlStateOf = (error: unknown): string | undefined => {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return hasCode(cause) ? cause.code : undefined;
};
