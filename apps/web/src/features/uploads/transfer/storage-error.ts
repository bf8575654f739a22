import { ExplainedError } from '#lib/explained-error.ts';

/** S3 rejected the bytes, or did not respond (`status` is undefined). */
export class StorageError extends ExplainedError {
  readonly status: number | undefined;

  constructor(status: number | undefined, options?: ErrorOptions) {
    super(
      status === undefined
        ? 'The connection to storage was lost.'
        : `Storage rejected the file (status ${status}).`,
      options,
    );
    this.name = 'StorageError';
    this.status = status;
  }
}

/** Whether S3 rejected the URL: 403 for an expired one, as for one that was tampered with. */
export const isExpiredUrl = (error: unknown): boolean =>
  error instanceof StorageError && error.status === 403;
