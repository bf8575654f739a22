type Method = 'GET' | 'PUT' | 'DELETE';

/** The one rule by which a site, and only that site, uses a bucket from a browser. */
const corsRuleFor = (siteOrigin: string, methods: [Method, ...Method[]]) => ({
  AllowedOrigins: [siteOrigin],
  AllowedMethods: methods,
  AllowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
  ExposeHeaders: ['ETag'],
  MaxAgeSeconds: 600,
});

type CorsRule = ReturnType<typeof corsRuleFor>;

export type BucketRequest = {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  name: string;
  corsRule: CorsRule;
};

/** Asks as a browser would: S3's answer to a preflight shows every part of the rule. */
const hasRule = async ({ endpoint, name, corsRule }: BucketRequest): Promise<boolean> => {
  const { AllowedOrigins, AllowedMethods, AllowedHeaders, ExposeHeaders, MaxAgeSeconds } = corsRule;
  const { status, headers } = await fetch(`${endpoint}/${name}`, {
    method: 'OPTIONS',
    headers: {
      origin: AllowedOrigins.join(),
      'access-control-request-method': AllowedMethods[0],
      'access-control-request-headers': AllowedHeaders.join(),
    },
  });
  return (
    status === 200 &&
    headers.get('access-control-allow-methods') === AllowedMethods.join(', ') &&
    headers.get('access-control-expose-headers') === ExposeHeaders.join(', ') &&
    headers.get('access-control-max-age') === String(MaxAgeSeconds)
  );
};

type Bucket = Omit<BucketRequest, 'corsRule'> & { siteOrigin: string; methods: [Method, ...Method[]] };

/** Creates the bucket if it is missing, and lets the site do what the methods say if it has a signature for it. */
export const ensureBucket = async ({ siteOrigin, methods, ...bucket }: Bucket): Promise<void> => {
  const request = { ...bucket, corsRule: corsRuleFor(siteOrigin, methods) };
  if (await hasRule(request)) return;
  // Loaded by the first start alone: the AWS SDK would take a tenth of every other one.
  const { makeBucket } = await import('./make-bucket.ts');
  await makeBucket(request);
};
