/**
 * US dollars in `us-east-1`, each with AWS's page, below https://aws.amazon.com/, and the day on which the number was
 * copied from it; the pages without a day were not seen. Gigabytes are 1,024 MB, as AWS counts them.
 */
export const prices = {
  cognito: { page: 'cognito/pricing', asOf: '2026-09-20', essentials: 0.015, plus: 0.02, freeUsers: 10_000 },
  httpApi: { page: 'api-gateway/pricing', asOf: '2026-09-20', million: 1 },
  lambda: {
    page: 'lambda/pricing',
    asOf: '2026-09-20',
    million: 0.2,
    freeRequests: 1_000_000,
    freeGigabyteSeconds: 400_000,
  },
  lambdaTime: { page: 'lambda/pricing', asOf: undefined, gigabyteSecond: 0.000_013_333_4 },
  transfer: { page: 's3/pricing', asOf: '2026-09-20', gigabyte: 0.09, freeGigabytes: 100 },
  transferBeyond: { page: 's3/pricing', asOf: undefined, beyond10: 0.085, beyond50: 0.07, beyond150: 0.05 },
  s3: {
    page: 's3/pricing',
    asOf: undefined,
    gigabyte: 0.023,
    beyond50: 0.022,
    thousandPuts: 0.005,
    thousandGets: 0.0004,
  },
  cloudFrontFree: { page: 'cloudfront/pricing', asOf: '2026-09-05', freeTerabytes: 1, freeMillions: 10 },
  cloudFront: { page: 'cloudfront/pricing', asOf: undefined, gigabyte: 0.085, tenThousand: 0.01 },
  ses: { page: 'ses/pricing', asOf: '2026-07-22', mail: 0.000_16 },
  dsql: {
    page: 'rds/aurora/dsql/pricing',
    asOf: undefined,
    millionUnits: 8,
    gigabyte: 0.33,
    freeUnits: 100_000,
    freeGigabytes: 1,
  },
  waf: { page: 'waf/pricing', asOf: undefined, list: 5, rule: 1, million: 0.6 },
  logs: { page: 'cloudwatch/pricing', asOf: undefined, gigabyte: 0.5, freeGigabytes: 5 },
  route53: { page: 'route53/pricing', asOf: undefined, zone: 0.5 },
} as const;
