import type { ApiClient } from '#lib/api-client.ts';
import { ExplainedError } from '#lib/explained-error.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { ProblemError } from '#lib/problem-error.ts';
import { getSpaceLeft } from '../api/get-space-left.ts';
import { StorageError } from '../transfer/storage-error.ts';

/** Why an upload stopped, and whether another name would help. */
export type Failure = { readonly type: 'failed' | 'name-refused'; readonly problem: string };

const failed = (problem: string): Failure => ({ type: 'failed', problem });

const explainQuota = async (api: ApiClient, sizeBytes: number): Promise<string> => {
  const needed = `Not enough space: this file needs ${formatBytes(sizeBytes)}`;
  try {
    return `${needed}, and you have ${formatBytes(await getSpaceLeft(api))} left.`;
  } catch {
    // The space left is a courtesy; the message is correct without it.
    return `${needed}.`;
  }
};

// File API: the file was changed, moved or locked after it was chosen.
const isUnreadable = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError');

// Cancelled on the account page, here or on another device, or expired a day after its last part.
const isGone = (error: unknown): boolean =>
  (error instanceof StorageError && error.status === 404) ||
  (error instanceof ProblemError && error.code === 'not_found');

/** Returns the message for the user about a failed upload. */
export const explainFailure = async (error: unknown, sizeBytes: number, api: ApiClient): Promise<Failure> => {
  if (isUnreadable(error)) {
    return failed('This file was changed or moved after you chose it. Choose it again.');
  }
  if (isGone(error)) return failed('This upload was cancelled or has expired.');
  if (!(error instanceof ProblemError)) {
    return failed(error instanceof ExplainedError ? error.message : 'The upload was interrupted.');
  }
  if (error.code === 'quota_exceeded') return failed(await explainQuota(api, sizeBytes));
  const nameError = error.fieldErrors.find(({ path }) => path === 'name');
  if (nameError) return { type: 'name-refused', problem: nameError.message };
  return failed(error.fieldErrors[0]?.message ?? error.message);
};
