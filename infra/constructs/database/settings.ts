/** What an environment says of its cluster. */
export type DatabaseSettings = {
  /**
   * The id of an existing cluster in the same account and Region, such as one restored from a backup. Without it, the
   * stack creates one.
   */
  clusterId?: string;
  /** The IAM roles of operators, who may read rows. */
  operatorRoleArns?: readonly string[];
};
