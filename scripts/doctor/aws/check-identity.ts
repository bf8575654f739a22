import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import { error, type Finding, ok, warning } from '../finding.ts';
import { describeCause } from './describe-cause.ts';

// SigV4 rejects a skew of 15 minutes; tokens of Cognito look expired or not yet valid long before that.
const tolerableSkewSeconds = 60;

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

/** Checks the credentials, and the clock of this machine. */
export const checkIdentity = async (sts: STSClient, now: () => number): Promise<Finding[]> => {
  let skewSeconds = Number.NaN;
  observeClock(sts, now, (seconds) => {
    skewSeconds = seconds;
  });
  try {
    const { Account, Arn } = await sts.send(new GetCallerIdentityCommand());
    return [ok('credentials', `account ${Account} as ${Arn}`), judgeClock(skewSeconds)];
  } catch (cause) {
    const fix = 'Sign in with "aws sso login" and set AWS_PROFILE; see docs/deployment.md.';
    return [error('credentials', describeCause(cause), fix), judgeClock(skewSeconds)];
  }
};
