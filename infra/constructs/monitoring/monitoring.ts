import { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Budget } from './budget.ts';
import { Dashboard } from './dashboard.ts';
import { collectMetrics, type Observed } from './metrics.ts';
import type { MonitoringSettings } from './settings.ts';

export type MonitoringProps = { settings: MonitoringSettings; observed: Observed };

/** Alarms, a dashboard and a budget. */
export class Monitoring extends Construct {
  constructor(scope: Construct, id: string, { settings, observed }: MonitoringProps) {
    super(scope, id);
    const { notify, monthlyBudgetDollars } = settings;
    const metrics = collectMetrics(observed);
    new Alarms(this, 'Alarms', { metrics, notify });
    new Dashboard(this, 'Dashboard', { metrics });
    new Budget(this, 'Budget', { monthlyDollars: monthlyBudgetDollars, notify });
  }
}
