/** Size and limits of the API. */
export type ApiSettings = {
  /** `http`: cheaper, JWT authorizer. `rest`: AWS WAF in front of it and the Cognito user pool authorizer. */
  type: 'http' | 'rest';
  /** 1769 MB is one whole virtual CPU. */
  memoryMegabytes: number;
  /** Storage per user. */
  quotaGibibytes: number;
  /** Rate and burst of all callers together; beyond them API Gateway responds with 429. */
  requestsPerSecond: number;
  burstRequests: number;
  /** The maximum of concurrent instances. A new account cannot reserve any: `pnpm run doctor --aws` checks it. */
  reservedConcurrency?: number;
  /** Instances that are always warm and always charged; a new account cannot have any. */
  provisionedConcurrency?: number;
};

/** How often the sweeper runs. */
export type SweeperSettings = { everyMinutes: number };
