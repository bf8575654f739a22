import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { findUnknownSettings, readConfig, readMigratorConfig, settingNames } from './config.ts';

const valid = {
  PUBLIC_ORIGIN: 'http://localhost:5173',
  COGNITO_USER_POOL_ID: 'us-east-1_Test00001',
  COGNITO_USER_POOL_CLIENT_ID: 'client',
  AWS_REGION: 'us-east-1',
  S3_BUCKET: 'files',
};

describe('the configuration', () => {
  test('requires only settings without a default', () => {
    expect(readConfig(valid)).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      migrateOnStart: true,
      presignedUrlSeconds: 120,
      quotaBytes: 20 * 1024 ** 3,
      trustProxy: 0,
    });
  });

  test('migrates a database server only by MIGRATE_ON_START', () => {
    const DATABASE_URL = 'postgres://localhost/files';

    expect(readConfig({ ...valid, DATABASE_URL }).migrateOnStart).toBe(false);
    expect(readConfig({ ...valid, DATABASE_URL, MIGRATE_ON_START: 'true' }).migrateOnStart).toBe(true);
  });

  test('accepts an Aurora DSQL cluster or a server, but not both', () => {
    const DSQL_ENDPOINT = 'abc.dsql.us-east-1.on.aws';

    expect(readConfig({ ...valid, DSQL_ENDPOINT })).toMatchObject({
      dsql: { endpoint: DSQL_ENDPOINT, user: 'api', region: 'us-east-1' },
      migrateOnStart: false,
    });
    expect(() => readConfig({ ...valid, DSQL_ENDPOINT, DATABASE_URL: 'postgres://localhost/files' })).toThrow(
      'DSQL_ENDPOINT and DATABASE_URL name two databases',
    );
  });

  test('signs URLs for the public endpoint of S3, by default its own', () => {
    const S3_ENDPOINT = 'http://s3:9000';
    const S3_PUBLIC_ENDPOINT = 'https://files.example.com';

    expect(readConfig({ ...valid, S3_ENDPOINT }).s3PublicEndpoint).toBe(S3_ENDPOINT);
    expect(readConfig({ ...valid, S3_ENDPOINT, S3_PUBLIC_ENDPOINT }).s3PublicEndpoint).toBe(
      S3_PUBLIC_ENDPOINT,
    );
  });

  test.each(['http://localhost:5173', 'http://127.0.0.1', 'http://[::1]:8080', 'https://nas.local'])(
    'accepts %s, where browsers sign users in and hash files',
    (PUBLIC_ORIGIN) => {
      expect(readConfig({ ...valid, PUBLIC_ORIGIN }).publicOrigin).toBe(PUBLIC_ORIGIN);
    },
  );

  test.each(['1', '10.0.0.0/8', '10.0.0.1, fd00::/8', '::1'])('trusts the proxies %s', (TRUST_PROXY) => {
    expect(readConfig({ ...valid, TRUST_PROXY }).trustProxy).not.toBe(0);
  });

  test.each([
    ['PUBLIC_ORIGIN', 'javascript:alert(1)'],
    ['PUBLIC_ORIGIN', 'http://192.168.1.5'],
    ['PUBLIC_ORIGIN', 'http://nas.local:8080'],
    ['PUBLIC_ORIGIN', 'http://localhost.evil.example'],
    ['PORT', '70000'],
    ['PORT', 'canary'],
    ['NODE_ENV', 'canary'],
    ['LOG_LEVEL', 'canary'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '*'],
    ['TRUST_PROXY', '10.0.0.0/8, 0.0.0.0/0'],
    ['TRUST_PROXY', '::/0'],
    ['TRUST_PROXY', '0.0.0.0/1,128.0.0.0/1'],
    ['TRUST_PROXY', '10.0.0.0/0.0.0.0'],
    ['TRUST_PROXY', '::/1,8000::/1'],
    ['COGNITO_ENDPOINT', 'canary'],
    ['COGNITO_ENDPOINT', 'http://evil.example'],
    ['COGNITO_ENDPOINT', 'http://localhost.evil.example'],
    ['COGNITO_ENDPOINT', 'http://127.0.0.1.evil.example'],
    ['DATABASE_URL', 'mysql://canary:canary@localhost/files'],
    ['MIGRATE_ON_START', 'yes'],
    ['PRESIGNED_URL_SECONDS', '301'],
    ['PRESIGNED_URL_SECONDS', '0'],
    ['QUOTA_BYTES', '-1'],
    ['COGNITO_USER_POOL_ID', 'canary'],
    ['S3_BUCKET', ''],
    ['AWS_REGION', undefined],
  ])('rejects %s=%s without repeating the value', (key, value) => {
    const read = () => readConfig({ ...valid, [key]: value });

    const reason =
      '(is missing or not valid|is neither a number of proxies .*|must be https, or http on localhost.*)';
    expect(read).toThrow(new RegExp(`^The configuration is not usable:\n  ${key} ${reason}$`));
  });

  test('has exactly the settings of .env.example', () => {
    const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8');
    const named = [...example.matchAll(/^(?:# )?([A-Z][A-Z_0-9]*)=/gm)].map(([, name]) => name);

    expect(named.sort()).toEqual([...settingNames].sort());
    expect(() => readConfig(parseEnv(example))).not.toThrow();
  });

  test('rejects MIGRATE_ON_START for Aurora DSQL', () => {
    const environment = { ...valid, DATABASE_URL: undefined, DSQL_ENDPOINT: 'a.dsql.us-east-1.on.aws' };

    expect(readConfig(environment).migrateOnStart).toBe(false);
    expect(() => readConfig({ ...environment, MIGRATE_ON_START: 'true' })).toThrow(
      '  MIGRATE_ON_START is not for Aurora DSQL',
    );
  });

  test.each(['http://localhost:9229', 'https://127.0.0.1:9443', 'http://[::1]:9229'])(
    'accepts the local user pool %s',
    (url) => {
      expect(readConfig({ ...valid, COGNITO_ENDPOINT: url }).cognitoEndpoint).toBe(url);
    },
  );

  test('rejects a local user pool in production', () => {
    const environment = { ...valid, COGNITO_ENDPOINT: 'http://localhost:9229' };

    expect(readConfig(environment).cognitoEndpoint).toBe('http://localhost:9229');
    expect(() => readConfig({ ...environment, NODE_ENV: 'production' })).toThrow('COGNITO_ENDPOINT');
  });
});

test('environment variables that begin like a setting and are none are found', () => {
  const environment = {
    ...valid,
    COGNITO_ENDPIONT: 'x',
    QUOTA_BYTE: '1',
    AWS_PROFILE: 'x',
    HOME: '/',
    HOST: 'x',
  };

  expect(findUnknownSettings(environment)).toEqual(['COGNITO_ENDPIONT', 'QUOTA_BYTE']);
});

describe('the configuration of the migrator', () => {
  const cluster = {
    AWS_REGION: 'us-east-1',
    DSQL_ENDPOINT: 'abc.dsql.us-east-1.on.aws',
    API_ROLE_ARNS: 'arn:aws:iam::123456789012:role/service/api-role,arn:aws:iam::123456789012:role/sweeper',
  };

  test('contains the cluster and the roles of the API', () => {
    expect(readMigratorConfig(cluster)).toEqual({
      region: 'us-east-1',
      endpoint: cluster.DSQL_ENDPOINT,
      apiUser: 'api',
      apiRoleArns: [
        'arn:aws:iam::123456789012:role/service/api-role',
        'arn:aws:iam::123456789012:role/sweeper',
      ],
      operatorUser: 'operator',
      operatorRoleArns: [],
    });
  });

  test.each([
    ['API_ROLE_ARNS', "arn:aws:iam::123456789012:role/x'; drop"],
    ['API_ROLE_ARNS', 'arn:aws:iam::123456789012:role/api,'],
    ['API_ROLE_ARNS', ''],
    ['OPERATOR_ROLE_ARNS', 'operator'],
    ['DSQL_USER', 'a"b'],
    ['DSQL_ENDPOINT', undefined],
  ])('rejects %s=%s', (key, value) => {
    expect(() => readMigratorConfig({ ...cluster, [key]: value })).toThrow(`${key} is missing or not valid`);
  });
});
