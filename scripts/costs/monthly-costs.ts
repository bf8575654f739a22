import type { EnvironmentConfig } from '../../infra/config.ts';
import { prices } from './prices.ts';

/** What one user does in a month. */
const usage = {
  requests: 200,
  requestSeconds: 0.06,
  /** Ten files of two parts: create, two parts, complete. */
  puts: 40,
  gets: 30,
  storedGigabytes: 0.5,
  downloadedGigabytes: 0.3,
  mails: 2,
  cloudFrontRequests: 300,
  cloudFrontGigabytes: 0.0014,
  databaseGigabytes: 0.0001,
  logGigabytes: 0.0002,
} as const;

/**
 * Units of Aurora DSQL per request. AWS's example of an indexed read takes 0.016 for computing and 0.043 for reading:
 * https://docs.aws.amazon.com/aurora-dsql/latest/userguide/understanding-dpus-explain-analyze.html
 */
const unitsPerRequest = 0.06;

const million = 1_000_000;
const terabyte = 1_024;

const beyond = (amount: number, free: number): number => Math.max(0, amount - free);

/** Price of an amount whose parts cost less and less: each tier is its size and the price of a unit in it. */
const inTiers = (amount: number, tiers: readonly (readonly [size: number, price: number])[]): number => {
  let rest = amount;
  let sum = 0;
  for (const [size, price] of tiers) {
    sum += Math.min(rest, size) * price;
    rest = beyond(rest, size);
  }
  return sum;
};

const transferTiers = [
  [10 * terabyte, prices.transfer.gigabyte],
  [40 * terabyte, prices.transferBeyond.beyond10],
  [100 * terabyte, prices.transferBeyond.beyond50],
  [Number.POSITIVE_INFINITY, prices.transferBeyond.beyond150],
] as const;

const storageTiers = [
  [50 * terabyte, prices.s3.gigabyte],
  [Number.POSITIVE_INFINITY, prices.s3.beyond50],
] as const;

type Cost = (users: number, config: EnvironmentConfig) => number;

const costs: Record<string, Cost> = {
  Cognito: (users, { auth }) => {
    const { essentials, plus, freeUsers } = prices.cognito;
    return auth.threatProtection === 'off' ? beyond(users, freeUsers) * essentials : users * plus;
  },
  'S3, storage': (users) => inTiers(users * usage.storedGigabytes, storageTiers),
  'S3, requests': (users) =>
    (users * (usage.puts * prices.s3.thousandPuts + usage.gets * prices.s3.thousandGets)) / 1_000,
  'S3, to the internet': (users) =>
    inTiers(beyond(users * usage.downloadedGigabytes, prices.transfer.freeGigabytes), transferTiers),
  'HTTP API': (users) => (users * usage.requests * prices.httpApi.million) / million,
  Lambda: (users, { api }) => {
    const requests = users * usage.requests;
    const gigabyteSeconds = (requests * usage.requestSeconds * api.memoryMegabytes) / 1_024;
    return (
      (beyond(requests, prices.lambda.freeRequests) * prices.lambda.million) / million +
      beyond(gigabyteSeconds, prices.lambda.freeGigabyteSeconds) * prices.lambdaTime.gigabyteSecond
    );
  },
  'Aurora DSQL': (users) =>
    (beyond(users * usage.requests * unitsPerRequest, prices.dsql.freeUnits) * prices.dsql.millionUnits) /
      million +
    beyond(users * usage.databaseGigabytes, prices.dsql.freeGigabytes) * prices.dsql.gigabyte,
  CloudFront: (users) =>
    (beyond(users * usage.cloudFrontRequests, prices.cloudFrontFree.freeMillions * million) *
      prices.cloudFront.tenThousand) /
      10_000 +
    beyond(users * usage.cloudFrontGigabytes, prices.cloudFrontFree.freeTerabytes * terabyte) *
      prices.cloudFront.gigabyte,
  SES: (users, { mail }) => (mail === undefined ? 0 : users * usage.mails * prices.ses.mail),
  // A list for CloudFront with two rules, and one for the user pool with one.
  WAF: (users, { rateLimits }) =>
    rateLimits === undefined
      ? 0
      : 2 * prices.waf.list +
        3 * prices.waf.rule +
        (users * usage.cloudFrontRequests * prices.waf.million) / million,
  'CloudWatch Logs': (users) =>
    beyond(users * usage.logGigabytes, prices.logs.freeGigabytes) * prices.logs.gigabyte,
  'Route 53': (_users, { domain }) => (domain === undefined ? 0 : prices.route53.zone),
};

/** US dollars per month for each service. */
export const monthlyCosts = (users: number, config: EnvironmentConfig): Record<string, number> =>
  Object.fromEntries(Object.entries(costs).map(([service, cost]) => [service, cost(users, config)]));
