import { DSQLClient } from '@aws-sdk/client-dsql';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import { type EnvironmentConfig, regionsOf } from '../../../infra/config.ts';
import type { Finding } from '../finding.ts';
import { checkBootstrap } from './check-bootstrap.ts';
import { checkConcurrency } from './check-concurrency.ts';
import { checkDatabaseRegion } from './check-database-region.ts';
import { checkIdentity } from './check-identity.ts';
import { checkMail } from './check-mail.ts';

/** Checks credentials, clock and everything in the account that an environment needs. Changes nothing. */
export const checkAws = async (
  config: EnvironmentConfig,
  now: () => number = Date.now,
): Promise<Finding[]> => {
  const { region, api, mail } = config;
  const client = { region, maxAttempts: 1 };
  const identity = await checkIdentity(new STSClient(client), now);
  if (identity.some(({ state }) => state === 'error')) return identity;
  const findings = await Promise.all([
    ...regionsOf(config).map((each) => checkBootstrap(new SSMClient({ ...client, region: each }))),
    checkDatabaseRegion(new DSQLClient(client)),
    checkConcurrency(new LambdaClient(client), api),
    checkMail(new SESv2Client(client), mail),
  ]);
  return [...identity, ...findings.flat()];
};
