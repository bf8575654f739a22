import { explainError } from '#lib/explained-error.ts';
import { ProblemError } from '#lib/problem-error.ts';

/** Whether the user has lost access to the item: its owner revoked it, or it was deleted. */
export const isItemGone = (error: Error | null): boolean =>
  error instanceof ProblemError && error.code === 'not_found';

/** Returns the message about a failed request for one item. */
export const explainItemError = (error: Error): string =>
  isItemGone(error) ? 'The file is no longer available.' : explainError(error);
