import type { RequestBody } from './body/request-body.ts';
import type { S3Request } from './protocol/s3-request.ts';
import type { S3Response } from './protocol/s3-response.ts';
import type { Store } from './store/open-store.ts';

/** An S3 operation on an authenticated request, and its dependencies. Throws `S3Error`. */
export type Operation<Dependencies = { store: Store }> = (
  dependencies: Dependencies,
  request: S3Request,
  body: RequestBody,
) => S3Response | Promise<S3Response>;
