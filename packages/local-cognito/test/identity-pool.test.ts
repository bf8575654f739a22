import { randomUUID } from 'node:crypto';
import {
  CognitoIdentityClient,
  type Credentials,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startLocalS3 } from '@share-my-files/local-s3';
import { Amplify } from 'aws-amplify';
import { fetchAuthSession, signIn } from 'aws-amplify/auth';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { configureAmplify } from './support/amplify.ts';
import { ann, bob } from './support/people.ts';
import { createTestFolder, startTestPool, type TestPool } from './support/start-test-pool.ts';

const bucket = 'share-my-files';
const sessionKey = 'a key that both servers know';
const identityPoolId = 'us-east-1:00000000-0000-4000-8000-000000000001';
const owner = { accessKeyId: 'local', secretAccessKey: 'local-secret' };

const clientOf = (endpoint: string, credentials: { accessKeyId: string; secretAccessKey: string }) =>
  new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, maxAttempts: 1, credentials });

const startS3 = async () => {
  const s3 = await startLocalS3({ dataDirectory: await createTestFolder(), credentials: owner, sessionKey });
  onTestFinished(() => s3.close());
  await clientOf(s3.endpoint, owner).send(new CreateBucketCommand({ Bucket: bucket }));
  return s3.endpoint;
};

const ownPrefix = `profiles/\${cognito-identity.amazonaws.com:sub}/`;

const startPool = (settings: { prefix?: string; principalTags?: Record<string, string> } = {}) =>
  startTestPool({ identityPool: { bucket, prefix: ownPrefix, sessionKey, ...settings } });

const idTokenOf = async (pool: TestPool, person = ann) => {
  const { sub } = await pool.createConfirmedUser(person);
  return (await pool.issueTokens({ sub })).idToken;
};

const loginsOf = ({ issuer }: TestPool, idToken: string) => ({ [issuer.replace('https://', '')]: idToken });

const identityClient = ({ endpoint }: TestPool) =>
  new CognitoIdentityClient({ endpoint, region: 'us-east-1', maxAttempts: 1 });

const getId = (pool: TestPool, Logins: Record<string, string>) =>
  identityClient(pool).send(new GetIdCommand({ IdentityPoolId: identityPoolId, Logins }));

const getCredentials = (pool: TestPool, IdentityId: string | undefined, Logins: Record<string, string>) =>
  identityClient(pool).send(new GetCredentialsForIdentityCommand({ IdentityId, Logins }));

const toCredentials = (credentials: Credentials | undefined) => ({
  accessKeyId: credentials?.AccessKeyId ?? '',
  secretAccessKey: credentials?.SecretKey ?? '',
  sessionToken: credentials?.SessionToken ?? '',
});

const configureIdentityPool = async (pool: TestPool) => {
  await configureAmplify(pool);
  const { Cognito } = Amplify.getConfig().Auth ?? {};
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  Amplify.configure({
    Auth: {
      Cognito: { ...Cognito, identityPoolId, identityPoolEndpoint: pool.endpoint, allowGuestAccess: false },
    },
  } as Parameters<typeof Amplify.configure>[0]);
  warn.mockRestore();
};

describe('an identity pool', () => {
  test('issues aws-amplify credentials for the own prefix of the bucket only', async () => {
    const [pool, endpoint] = [await startPool(), await startS3()];
    await configureIdentityPool(pool);
    await pool.createConfirmedUser(ann);
    await signIn({ username: ann.email, password: ann.password });

    const { identityId, credentials } = await fetchAuthSession();

    if (credentials === undefined) throw new Error('No credentials were given.');
    const s3 = clientOf(endpoint, credentials);
    const own = { Bucket: bucket, Key: `profiles/${identityId}/picture` };
    await s3.send(new PutObjectCommand({ ...own, Body: 'a picture' }));
    const { Body } = await s3.send(new GetObjectCommand(own));
    expect(await Body?.transformToString()).toBe('a picture');
    await expect(
      s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'files/x', Body: 'x' })),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('puts claims of the ID token into the policy by principal tags', async () => {
    const prefix = `profiles/\${aws:PrincipalTag/user}/`;
    const [pool, endpoint] = [await startPool({ prefix, principalTags: { user: 'sub' } }), await startS3()];
    const { sub } = await pool.createConfirmedUser(ann);
    const logins = loginsOf(pool, (await pool.issueTokens({ sub })).idToken);

    const { Credentials } = await getCredentials(pool, (await getId(pool, logins)).IdentityId, logins);

    const s3 = clientOf(endpoint, toCredentials(Credentials));
    const putAs = (user: string) =>
      s3.send(new PutObjectCommand({ Bucket: bucket, Key: `profiles/${user}/picture`, Body: 'a picture' }));
    await putAs(sub);
    await expect(putAs(randomUUID())).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('issues no credentials for a policy variable without a value', async () => {
    for (const [variable, principalTags] of [
      ['aws:PrincipalTag/team', {}],
      ['aws:PrincipalTag/team', { team: 'custom:team' }],
      ['aws:username', {}],
    ] as const) {
      const pool = await startPool({ prefix: `\${${variable}}/`, principalTags });
      const logins = loginsOf(pool, await idTokenOf(pool));
      const { IdentityId } = await getId(pool, logins);

      await expect(getCredentials(pool, IdentityId, logins)).rejects.toMatchObject({
        message: `The policy variable ${variable} has no value.`,
      });
    }
  });

  test('returns the same identity for a user each time, and another for each user', async () => {
    const pool = await startPool();
    const [annsToken, bobsToken] = [await idTokenOf(pool), await idTokenOf(pool, bob)];

    const first = await getId(pool, loginsOf(pool, annsToken));
    const again = await getId(pool, loginsOf(pool, annsToken));
    const other = await getId(pool, loginsOf(pool, bobsToken));

    expect(first.IdentityId).toMatch(/^us-east-1:[0-9a-f-]{36}$/);
    expect(again.IdentityId).toBe(first.IdentityId);
    expect(other.IdentityId).not.toBe(first.IdentityId);
  });

  test('issues no credentials of another user', async () => {
    const pool = await startPool();
    const { IdentityId } = await getId(pool, loginsOf(pool, await idTokenOf(pool)));
    const bobsLogins = loginsOf(pool, await idTokenOf(pool, bob));

    await expect(getCredentials(pool, IdentityId, bobsLogins)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
  });

  test('rejects guests', async () => {
    const pool = await startPool();

    await expect(getId(pool, {})).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Unauthenticated access is not supported for this identity pool.',
    });
  });

  test('rejects access tokens, tokens of other pools and expired tokens', async () => {
    const [pool, foreign] = [await startPool(), await startTestPool()];
    const { sub } = await pool.createConfirmedUser(ann);
    const { accessToken, idToken } = await pool.issueTokens({ sub });
    const refused = { name: 'NotAuthorizedException' };

    await expect(getId(pool, loginsOf(pool, accessToken))).rejects.toMatchObject(refused);
    await expect(getId(pool, loginsOf(pool, await idTokenOf(foreign)))).rejects.toMatchObject(refused);
    await expect(getId(pool, loginsOf(pool, `${idToken}x`))).rejects.toMatchObject(refused);
    pool.advanceClock(3_600_000);
    await expect(getId(pool, loginsOf(pool, idToken))).rejects.toMatchObject(refused);
  });

  test('rejects other providers', async () => {
    const pool = await startPool();
    const idToken = await idTokenOf(pool);

    await expect(getId(pool, { 'accounts.google.com': idToken })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  test('is off by default', async () => {
    const pool = await startTestPool();

    await expect(getId(pool, {})).rejects.toMatchObject({ name: 'UnknownOperationException' });
  });
});
