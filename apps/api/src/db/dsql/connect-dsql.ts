import { DsqlSigner } from '@aws-sdk/dsql-signer';
import type { PoolConfig } from 'pg';

/** A cluster and who wants to work there: `admin`, or a role that `grantApiRole` has made. */
export type DsqlSettings = { endpoint: string; user: string; region: string };

/**
 * How node-postgres reaches a cluster: TLS with the public certificates, and for each new connection a password
 * that IAM has signed a moment ago. A cluster ends connections after 60 minutes.
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
  };
};
