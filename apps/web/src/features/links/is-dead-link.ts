import { ProblemError } from '#lib/problem-error.ts';

/** Unknown, revoked and expired links are answered alike, so that nobody learns which one it was. */
export const isDeadLink = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'not_found';
