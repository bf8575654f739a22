import type { Bucket } from './make-bucket.ts';

/** Asks as a browser would. S3's answer shows the rule, but for headers that are allowed besides. */
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

/** Creates the bucket if it is missing, and gives it the rule if it has another. */
export const ensureBucket = async (bucket: Bucket): Promise<void> => {
  if (await hasRule(bucket)) return;
  // Loaded by the first start alone: the AWS SDK would take a tenth of every other one.
  const { makeBucket } = await import('./make-bucket.ts');
  await makeBucket(bucket);
};
