import { productName } from '@share-my-files/contract';
import type { ApiSettings, SweeperSettings } from './constructs/api/settings.ts';
import type { AuthSettings } from './constructs/auth/settings.ts';
import type { DatabaseSettings } from './constructs/database/settings.ts';
import type { MailSettings } from './constructs/mail/settings.ts';
import type { MonitoringSettings } from './constructs/monitoring/settings.ts';
import type { RateLimits } from './constructs/web/web-acl.ts';
import { assertDeployable } from './deployable.ts';

/** A custom domain, and its public hosted zone in Route 53. */
export type DomainSettings = {
  name: string;
  hostedZone: { id: string; name: string };
};

/** Everything that differs between two environments. */
export type EnvironmentConfig = {
  /** AWS Region of everything but the edge. It must offer Aurora DSQL. */
  region: string;
  /** Whether `cdk destroy` removes files, users and rows. Otherwise the account keeps them. */
  destroyable: boolean;
  domain?: DomainSettings;
  mail?: MailSettings;
  auth: AuthSettings;
  api: ApiSettings;
  sweeper: SweeperSettings;
  database?: DatabaseSettings;
  /** Limits per IP address in AWS WAF. Without them there is no web ACL, which costs about 5 USD a month each. */
  rateLimits?: RateLimits;
  monitoring: MonitoringSettings;
};

/** Costs almost nothing while unused. `cdk destroy` removes everything but the logs of the CDK's own functions. */
const demo: EnvironmentConfig = {
  region: 'us-east-1',
  destroyable: true,
  auth: {
    selfSignUp: true,
    mfa: 'optional',
    threatProtection: 'off',
    identityPool: false,
    providers: [],
  },
  api: { type: 'http', memoryMegabytes: 1024, quotaGibibytes: 1, requestsPerSecond: 50, burstRequests: 100 },
  sweeper: { everyMinutes: 15 },
  monitoring: { logRetentionDays: 7, monthlyBudgetDollars: 10 },
};

/** A starting point for real users. It deploys once domain, mail and addresses are no longer examples. */
const production: EnvironmentConfig = {
  region: 'eu-west-1',
  destroyable: false,
  domain: { name: 'share.example.com', hostedZone: { id: 'Z0123456789EXAMPLE', name: 'example.com' } },
  mail: { from: `${productName} <no-reply@example.com>`, identity: 'domain', verified: false },
  auth: {
    // Every user can store files: open this once quota and budget are right.
    selfSignUp: false,
    mfa: 'optional',
    // Read what it would have blocked before you enforce it.
    threatProtection: 'audit',
    identityPool: false,
    providers: [],
  },
  api: {
    type: 'http',
    memoryMegabytes: 1769,
    quotaGibibytes: 20,
    requestsPerSecond: 2000,
    burstRequests: 4000,
  },
  sweeper: { everyMinutes: 1 },
  rateLimits: { requests: 3000, publicLinkRequests: 300, signInRequests: 300 },
  monitoring: { logRetentionDays: 90, monthlyBudgetDollars: 500, notify: 'operations@example.com' },
};

/** The name of an environment's stack in its Region. */
export const stackNameOf = (environment: string): string => `ShareMyFiles-${environment}`;

/** Every environment by its name, for `pnpm run deploy --environment NAME`. */
export const environments: Readonly<Record<string, EnvironmentConfig>> = { demo, production };

/** The environment of a command that names none. */
export const defaultEnvironment = 'demo';

// Buckets carry the name of the environment, the account and the Region: 63 lowercase characters in all.
const nameForm = /^[a-z][a-z0-9-]{0,10}$/;

/** The Region in which CloudFront takes its certificate and its web ACL. */
export const edgeRegion = 'us-east-1';

/** Whether the environment has resources for CloudFront in `edgeRegion`. */
export const hasEdge = ({ domain, rateLimits }: EnvironmentConfig): boolean =>
  domain !== undefined || rateLimits !== undefined;

/** Every Region with a stack of the environment. */
export const regionsOf = (config: EnvironmentConfig): string[] => [
  ...new Set([config.region, ...(hasEdge(config) ? [edgeRegion] : [])]),
];

/** Looks an environment up. Throws for an unknown name, and for settings that AWS would reject. */
export const readEnvironment = (name: string, known = environments): EnvironmentConfig => {
  const environment = Object.hasOwn(known, name) ? known[name] : undefined;
  if (environment === undefined) {
    throw new Error(`No environment "${name}"; infra/config.ts has ${Object.keys(known).join(', ')}.`);
  }
  if (!nameForm.test(name)) {
    throw new Error(`Environment "${name}": use up to 11 lowercase letters, digits and hyphens.`);
  }
  assertDeployable(name, environment);
  return environment;
};
