/** The cluster of an environment that does not use the one of its stack. */
export type DatabaseSettings = {
  /** The id of an existing cluster in the same account and Region, such as one restored from a backup. */
  clusterId: string;
};
