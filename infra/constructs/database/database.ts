import { Stack } from 'aws-cdk-lib';
import { CfnCluster } from 'aws-cdk-lib/aws-dsql';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { removalPolicyOf } from '../removal-policy.ts';
import type { DatabaseSettings } from './settings.ts';

export type DatabaseProps = {
  settings: DatabaseSettings | undefined;
  destroyable: boolean;
  deletionProtection: boolean;
};

type Cluster = { id: string; arn: string; endpoint: string };

/**
 * An Amazon Aurora DSQL cluster: PostgreSQL's protocol without a VPC, a password, or costs while idle.
 * @see https://docs.aws.amazon.com/aurora-dsql/latest/userguide/authentication-authorization.html
 */
export class Database extends Construct {
  /** The database role of every function but the migrator. It owns no table, so it cannot change the schema. */
  static readonly user = 'share_my_files_api';
  /** The database role of operators, which can only read. */
  static readonly operator = 'share_my_files_operator';

  readonly cluster: Cluster;
  readonly operatorRoleArns: readonly string[];

  constructor(scope: Construct, id: string, props: DatabaseProps) {
    super(scope, id);
    const { clusterId, operatorRoleArns = [] } = props.settings ?? {};
    this.cluster = clusterId === undefined ? this.#create(props) : this.#find(clusterId);
    this.operatorRoleArns = operatorRoleArns;
  }

  get endpoint(): string {
    return this.cluster.endpoint;
  }

  /** Lets the IAM role connect as the database role that is mapped to it. */
  grantConnect(role: IRole): void {
    this.#grant(role, 'dsql:DbConnect');
  }

  /** Lets the IAM role connect as `admin`, which can change the schema. */
  grantConnectAdmin(role: IRole): void {
    this.#grant(role, 'dsql:DbConnectAdmin');
  }

  #create({ destroyable, deletionProtection }: DatabaseProps): Cluster {
    const cluster = new CfnCluster(this, 'Cluster', { deletionProtectionEnabled: deletionProtection });
    cluster.applyRemovalPolicy(removalPolicyOf(destroyable));
    return { id: cluster.attrIdentifier, arn: cluster.attrResourceArn, endpoint: cluster.attrEndpoint };
  }

  #find(clusterId: string): Cluster {
    const stack = Stack.of(this);
    return {
      id: clusterId,
      arn: stack.formatArn({ service: 'dsql', resource: 'cluster', resourceName: clusterId }),
      endpoint: `${clusterId}.dsql.${stack.region}.on.aws`,
    };
  }

  #grant(role: IRole, action: string): void {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: [action], resources: [this.cluster.arn] }));
  }
}
