import { awsLimits } from './time-limits.ts';

/** Retries and time-outs of every AWS client. */
export const awsClientLimits = {
  maxAttempts: awsLimits.attempts,
  requestHandler: {
    connectionTimeout: awsLimits.connectMilliseconds,
    requestTimeout: awsLimits.requestMilliseconds,
    throwOnRequestTimeout: true,
  },
};
