import { DsqlSigner } from '@aws-sdk/dsql-signer';
import type { PoolConfig } from 'pg';

/** A cluster and a database role: `admin`, or one that the migrator has created. */
export type DsqlSettings = { endpoint: string; user: string; region: string };

/**
 * Returns the node-postgres settings of a cluster: TLS with public certificates, and a fresh IAM token as the password
 * of each connection. A cluster closes connections after 60 minutes.
 * https://docs.aws.amazon.com/aurora-dsql/latest/userguide/authentication-authorization.html
 */
export const connectDsql = ({ endpoint, user, region }: DsqlSettings): PoolConfig => {
  const signer = new DsqlSigner({ hostname: endpoint, region });
  return {
    host: endpoint,
    port: 5432,
    database: 'postgres',
    user,
    password: () => (user === 'admin' ? signer.getDbConnectAdminAuthToken() : signer.getDbConnectAuthToken()),
    ssl: { rejectUnauthorized: true },
    maxLifetimeSeconds: 50 * 60,
    // A timer that expired while Lambda was frozen would close the connection that the next request needs.
    idleTimeoutMillis: 0,
  };
};
