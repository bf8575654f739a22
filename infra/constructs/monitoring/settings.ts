/** Retention, budget and notifications. */
export type MonitoringSettings = {
  /** Days; CloudWatch Logs accepts these. */
  logRetentionDays: 1 | 7 | 14 | 30 | 90 | 180 | 365;
  monthlyBudgetDollars: number;
  /** Email address for alarms and the budget; its owner confirms the subscription once. */
  notify?: string;
};
