import { ExplainedError } from '#lib/explained-error.ts';

/** S3 refused the bytes, or (status undefined) gave no answer. */
export class StorageError extends ExplainedError {
  readonly status: number | undefined;

  constructor(status: number | undefined, options?: ErrorOptions) {
    super(
      status === undefined
        ? 'The connection to the storage broke off.'
        : `The storage refused the file (status ${status}).`,
      options,
    );
    this.name = 'StorageError';
    this.status = status;
  }
}

/** A presigned URL whose time is over is refused like one that was tampered with: by 403. */
export const isExpiredUrl = (error: unknown): boolean =>
  error instanceof StorageError && error.status === 403;
