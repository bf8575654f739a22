import { CfnCluster } from 'aws-cdk-lib/aws-dsql';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { removalPolicyOf } from '../removal-policy.ts';

export type DatabaseProps = { destroyable: boolean; deletionProtection: boolean };

/**
 * An Amazon Aurora DSQL cluster: PostgreSQL's protocol without a VPC, a password, or costs while idle.
 * @see https://docs.aws.amazon.com/aurora-dsql/latest/userguide/authentication-authorization.html
 */
export class Database extends Construct {
  /** The database role of every function but the migrator. It owns no table, so it cannot change the schema. */
  static readonly user = 'share_my_files_api';

  readonly cluster: CfnCluster;
  readonly endpoint: string;

  constructor(scope: Construct, id: string, { destroyable, deletionProtection }: DatabaseProps) {
    super(scope, id);
    this.cluster = new CfnCluster(this, 'Cluster', { deletionProtectionEnabled: deletionProtection });
    this.cluster.applyRemovalPolicy(removalPolicyOf(destroyable));
    this.endpoint = this.cluster.attrEndpoint;
  }

  /** Lets the IAM role connect as the database role that is mapped to it. */
  grantConnect(role: IRole): void {
    this.#grant(role, 'dsql:DbConnect');
  }

  /** Lets the IAM role connect as `admin`, which can change the schema. */
  grantConnectAdmin(role: IRole): void {
    this.#grant(role, 'dsql:DbConnectAdmin');
  }

  #grant(role: IRole, action: string): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: [action], resources: [this.cluster.attrResourceArn] }),
    );
  }
}
