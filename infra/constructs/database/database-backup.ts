import { Duration } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { removalPolicyOf } from '../removal-policy.ts';
import type { Database } from './database.ts';

export type DatabaseBackupProps = { database: Database };

/** Shorter than S3 keeps deleted objects, so that every row of a backup still has its object. */
export const backupRetention = Duration.days(28);

const managedPolicies = ['AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForRestores'];

/**
 * A daily backup of the cluster by AWS Backup. DSQL itself keeps none.
 * @see https://docs.aws.amazon.com/aurora-dsql/latest/userguide/backup-aurora-dsql.html
 */
export class DatabaseBackup extends Construct {
  readonly vault: BackupVault;
  /** Backs up and restores clusters. */
  readonly role: Role;

  constructor(scope: Construct, id: string, { database }: DatabaseBackupProps) {
    super(scope, id);
    this.vault = new BackupVault(this, 'Vault', { removalPolicy: removalPolicyOf(false) });
    this.role = this.#createRole();
    const plan = new BackupPlan(this, 'Plan', {
      backupVault: this.vault,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'Daily',
          scheduleExpression: Schedule.cron({ hour: '3', minute: '0' }),
          deleteAfter: backupRetention,
        }),
      ],
    });
    plan.addSelection('Cluster', {
      role: this.role,
      // AWS Backup adds its policies to a role unless it is told not to; this one has them.
      disableDefaultBackupPolicy: true,
      resources: [BackupResource.fromArn(database.cluster.arn)],
    });
  }

  #createRole(): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: managedPolicies.map((name) =>
        ManagedPolicy.fromAwsManagedPolicyName(`service-role/${name}`),
      ),
    });
    for (const name of managedPolicies) {
      acknowledge(
        role,
        `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/${name}]`,
        'AWS extends these policies with AWS Backup itself, and documents no smaller one for Aurora DSQL.',
      );
    }
    return role;
  }
}
