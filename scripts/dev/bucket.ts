import type { Bucket } from './make-bucket.ts';

/** Sends a preflight request. The response reveals the rule, except for additional allowed headers. */
const hasRule = async ({ endpoint, name, corsRule }: Bucket): Promise<boolean> => {
  const { AllowedOrigins, AllowedMethods, AllowedHeaders, ExposeHeaders, MaxAgeSeconds } = corsRule;
  const { ok, headers } = await fetch(`${endpoint}/${name}`, {
    method: 'OPTIONS',
    headers: {
      origin: AllowedOrigins.join(),
      'access-control-request-method': AllowedMethods[0],
      'access-control-request-headers': AllowedHeaders.join(),
    },
  });
  return (
    ok &&
    headers.get('access-control-allow-methods') === AllowedMethods.join(', ') &&
    headers.get('access-control-expose-headers') === ExposeHeaders.join(', ') &&
    headers.get('access-control-max-age') === String(MaxAgeSeconds)
  );
};

/** Creates the bucket if it is missing, and replaces its CORS rule if it differs. */
export const ensureBucket = async (bucket: Bucket): Promise<void> => {
  if (await hasRule(bucket)) return;
  // Only the first start loads the AWS SDK, which would take a tenth of every start.
  const { makeBucket } = await import('./make-bucket.ts');
  await makeBucket(bucket);
};
