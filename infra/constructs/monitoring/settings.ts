/** What is kept, and who is told. */
export type MonitoringSettings = {
  /** One of the retentions CloudWatch Logs knows, in days. */
  logRetentionDays: 1 | 7 | 14 | 30 | 90 | 180 | 365;
  monthlyBudgetDollars: number;
  /** E-mail address for alarms and the budget; it has to confirm the subscription once. */
  notify?: string;
};
