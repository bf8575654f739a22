import type { RequestBody } from './body/request-body.ts';
import type { S3Request } from './protocol/s3-request.ts';
import type { S3Response } from './protocol/s3-response.ts';
import type { Store } from './store/open-store.ts';

/** What every operation works with. */
export type OperationContext = { store: Store; region: string; now: () => Date };

/** One S3 operation on an authenticated request; failures are thrown as `S3Error`. */
export type Operation = (
  context: OperationContext,
  request: S3Request,
  body: RequestBody,
) => S3Response | Promise<S3Response>;
