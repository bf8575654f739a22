import type { ApiSettings, SweeperSettings } from './constructs/api/settings.ts';
import type { AuthSettings } from './constructs/auth/settings.ts';
import type { MonitoringSettings } from './constructs/monitoring/settings.ts';
import type { RateLimits } from './constructs/web/web-acl.ts';

/** A name of one's own, and the public hosted zone in Route 53 that answers for it. */
export type DomainSettings = {
  name: string;
  hostedZone: { id: string; name: string };
};

/** Who the mails come from. The address, or its whole domain, becomes an identity of Amazon SES. */
type MailSettings = {
  from: string;
  identity: 'address' | 'domain';
  /** Whether SES has verified the identity. Cognito takes no other, and until then sends its mails by itself. */
  verified: boolean;
};

/** Everything that differs between two deployments of this app. */
export type EnvironmentConfig = {
  /** AWS Region of all but the edge. It must offer Aurora DSQL. */
  region: string;
  /** True: `cdk destroy` takes every file, account and row with it. Else they stay in the account. */
  destroyable: boolean;
  domain?: DomainSettings;
  mail?: MailSettings;
  auth: AuthSettings;
  api: ApiSettings;
  sweeper: SweeperSettings;
  /** Counted by AWS WAF, for each IP address. Absent: no AWS WAF, which costs about 5 USD a month for each web ACL. */
  rateLimits?: RateLimits;
  monitoring: MonitoringSettings;
};

/** Almost nothing to pay while nobody uses it, and `cdk destroy` takes all but the logs of the CDK's own functions. */
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

/** A starting point for real users: change domain, mail and addresses to your own. */
const production: EnvironmentConfig = {
  region: 'eu-west-1',
  destroyable: false,
  domain: { name: 'share.example.com', hostedZone: { id: 'Z0123456789EXAMPLE', name: 'example.com' } },
  mail: { from: 'ShareMyFiles <no-reply@example.com>', identity: 'domain', verified: false },
  auth: {
    // Whoever may sign up may store files: open this when the quota and the budget are what you want.
    selfSignUp: false,
    mfa: 'optional',
    // Enforcing comes after reading what it would have blocked.
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
    provisionedConcurrency: 2,
  },
  sweeper: { everyMinutes: 1 },
  rateLimits: { requests: 3000, publicLinkRequests: 300, signInRequests: 300 },
  monitoring: { logRetentionDays: 90, monthlyBudgetDollars: 500, notify: 'operations@example.com' },
};

/** Every deployment, by the name that `cdk deploy -c environment=<name>` takes. */
export const environments: Readonly<Record<string, EnvironmentConfig>> = { demo, production };

/** The environment of a command that names none. */
export const defaultEnvironment = 'demo';

// Buckets carry the name of the environment, the account and the Region: 63 lowercase characters in all.
const nameForm = /^[a-z][a-z0-9-]{0,10}$/;

/** Looks an environment up. Throws for an unknown name, and for a name that a bucket cannot carry. */
export const readEnvironment = (name: string, known = environments): EnvironmentConfig => {
  const environment = Object.hasOwn(known, name) ? known[name] : undefined;
  if (environment === undefined) {
    throw new Error(`No environment "${name}"; infra/config.ts has ${Object.keys(known).join(', ')}.`);
  }
  if (!nameForm.test(name)) {
    throw new Error(`Environment "${name}": use up to 11 lowercase letters, digits and hyphens.`);
  }
  return environment;
};
