import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';

export type BudgetProps = { monthlyDollars: number; notify: string | undefined };

/**
 * A monthly budget for the whole account. It sends warnings and stops nothing.
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html
 */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, { monthlyDollars, notify }: BudgetProps) {
    super(scope, id);
    const notifyAt = (notificationType: string, threshold: number, address: string) => ({
      notification: {
        notificationType,
        threshold,
        comparisonOperator: 'GREATER_THAN',
        thresholdType: 'PERCENTAGE',
      },
      subscribers: [{ subscriptionType: 'EMAIL', address }],
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyDollars, unit: 'USD' },
      },
      ...(notify !== undefined && {
        notificationsWithSubscribers: [notifyAt('FORECASTED', 80, notify), notifyAt('ACTUAL', 100, notify)],
      }),
    });
  }
}
