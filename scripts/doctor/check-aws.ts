import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { error, type Finding, ok, warning } from './finding.ts';

// `cdk bootstrap` stores its version here: https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
const bootstrapParameter = '/cdk-bootstrap/hnb659fds/version';

// SigV4 rejects a skew of 15 minutes; tokens of Cognito look expired or not yet valid long before that.
const tolerableSkewSeconds = 60;

const describe = (cause: unknown): string =>
  cause instanceof Error ? `${cause.name}: ${cause.message.split('\n')[0]}` : String(cause);

const checkRegion = async (sts: STSClient): Promise<Finding> => {
  try {
    return ok('region', await sts.config.region());
  } catch {
    return error('region', 'not set', 'export AWS_REGION=eu-central-1, or give your profile a region.');
  }
};

const judgeClock = (skewSeconds: number): Finding => {
  if (Number.isNaN(skewSeconds))
    return warning('clock', 'no response of AWS to compare with', 'Try again when AWS responds.');
  if (Math.abs(skewSeconds) <= tolerableSkewSeconds) return ok('clock', 'agrees with AWS');
  return error(
    'clock',
    `is ${Math.abs(skewSeconds)} s ${skewSeconds > 0 ? 'ahead of' : 'behind'} AWS`,
    'Synchronize it, for instance with "timedatectl set-ntp true".',
  );
};

/** Calls `onSkew` with the seconds by which the clock is ahead of each response's Date, errors included. */
const observeClock = (sts: STSClient, now: () => number, onSkew: (seconds: number) => void): void =>
  sts.middlewareStack.add(
    (next) => async (request) => {
      const sent = now();
      const result = await next(request);
      const { headers = {} } = result.response as { headers?: Record<string, string> };
      onSkew(Math.round(((sent + now()) / 2 - Date.parse(headers.date ?? '')) / 1000));
      return result;
    },
    // Below the deserializer, which throws for an error response.
    { step: 'deserialize', priority: 'low', name: 'observeClock' },
  );

const checkIdentity = async (sts: STSClient, now: () => number): Promise<Finding[]> => {
  let skewSeconds = Number.NaN;
  observeClock(sts, now, (seconds) => {
    skewSeconds = seconds;
  });
  try {
    const { Account, Arn } = await sts.send(new GetCallerIdentityCommand());
    return [ok('credentials', `account ${Account} as ${Arn}`), judgeClock(skewSeconds)];
  } catch (cause) {
    const fix = 'Sign in with "aws sso login" and set AWS_PROFILE; see docs/deployment.md.';
    return [error('credentials', describe(cause), fix), judgeClock(skewSeconds)];
  }
};

const checkBootstrap = async (ssm: SSMClient): Promise<Finding> => {
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: bootstrapParameter }));
    return ok('CDK bootstrap', `version ${Parameter?.Value}`);
  } catch (cause) {
    const isMissing = cause instanceof Error && cause.name === 'ParameterNotFound';
    return error(
      'CDK bootstrap',
      isMissing ? 'this account and region are not bootstrapped' : describe(cause),
      isMissing
        ? 'pnpm --filter @share-my-files/infra exec cdk bootstrap -c environment=NAME, as in infra/config.ts'
        : 'Allow ssm:GetParameter, which shows whether "cdk bootstrap" has run.',
    );
  }
};

/** Checks Region, credentials, clock and CDK bootstrap. Changes nothing. */
export const checkAws = async (now: () => number = Date.now): Promise<Finding[]> => {
  const [sts, ssm] = [new STSClient({ maxAttempts: 1 }), new SSMClient({ maxAttempts: 1 })];
  const region = await checkRegion(sts);
  if (region.state === 'error') return [region];
  const identity = await checkIdentity(sts, now);
  const isKnown = identity.every(({ state }) => state !== 'error');
  return [region, ...identity, ...(isKnown ? [await checkBootstrap(ssm)] : [])];
};
