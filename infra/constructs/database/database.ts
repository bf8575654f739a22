import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnCluster } from 'aws-cdk-lib/aws-dsql';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

export type DatabaseProps = { destroyable: boolean };

/**
 * An Amazon Aurora DSQL cluster: PostgreSQL's protocol, no network of ours, no password, nothing to pay at rest.
 * @see https://docs.aws.amazon.com/aurora-dsql/latest/userguide/authentication-authorization.html
 */
export class Database extends Construct {
  /** The database role of everything but the migrator. It owns no table, so it cannot change the schema. */
  static readonly user = 'share_my_files_api';

  readonly cluster: CfnCluster;
  readonly endpoint: string;

  constructor(scope: Construct, id: string, { destroyable }: DatabaseProps) {
    super(scope, id);
    this.cluster = new CfnCluster(this, 'Cluster', { deletionProtectionEnabled: !destroyable });
    this.cluster.applyRemovalPolicy(destroyable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN);
    this.endpoint = this.cluster.attrEndpoint;
  }

  /** Lets the role connect as a database role that is mapped to it, and as nobody else. */
  grantConnect(role: IRole): void {
    this.#grant(role, 'dsql:DbConnect');
  }

  /** Lets the role connect as `admin`, who may change the schema. */
  grantConnectAdmin(role: IRole): void {
    this.#grant(role, 'dsql:DbConnectAdmin');
  }

  #grant(role: IRole, action: string): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: [action], resources: [this.cluster.attrResourceArn] }),
    );
  }
}
