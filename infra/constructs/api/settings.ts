/** Size and limits of the API. */
export type ApiSettings = {
  /** `http`: cheaper, JWT authorizer. `rest`: AWS WAF in front of it and the Cognito user pool authorizer. */
  type: 'http' | 'rest';
  /** 1769 MB is one whole virtual CPU. */
  memoryMegabytes: number;
  /** How much one user may store. */
  quotaGibibytes: number;
  /** Steady rate and burst of all callers together; beyond them API Gateway answers 429. */
  requestsPerSecond: number;
  burstRequests: number;
  /** The most instances that may run; new accounts have too few to reserve any. */
  reservedConcurrency?: number;
  /** Instances that are always warm, and always paid. */
  provisionedConcurrency?: number;
};

/** How often what was interrupted is brought to an end. */
export type SweeperSettings = { everyMinutes: number };
