/** Retries and time-outs of every AWS client: a request to the API never waits longer than its caller does. */
export const awsClientLimits = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
};
