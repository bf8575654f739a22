import {
  CognitoIdentityProviderClient,
  GlobalSignOutCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AccessTokenClaims } from '#auth/token-verifier.ts';
import type { UserPool } from '#auth/user-pool.ts';
import { sessions } from '#db/schema.ts';
import { unavailable } from '#errors.ts';
import { createSessionConfirmation } from '#sessions/session-confirmation.ts';
import { startTestApi, type TestApi } from './support/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

/** Signs in, and creates the check of another process, whose calls to Cognito the test controls. */
const begin = async (readProfile: UserPool['readProfile'] = api.dependencies.userPool.readProfile) => {
  const user = await api.createUser();
  const claims: AccessTokenClaims = await api.dependencies.verifyAccessToken(user.accessToken);
  const askCognito = vi.fn(readProfile);
  const { accounts } = api.services;
  let passedMilliseconds = 0;
  const confirmSession = createSessionConfirmation({
    ...api.dependencies,
    accounts,
    userPool: { readProfile: askCognito },
    now: () => Date.now() + passedMilliseconds,
  });
  return {
    user,
    claims,
    askCognito,
    confirm: () => confirmSession(claims, user.accessToken),
    pass: (milliseconds: number) => {
      passedMilliseconds += milliseconds;
    },
  };
};

const signOutAtCognito = async (AccessToken: string): Promise<void> => {
  const cognito = new CognitoIdentityProviderClient({ region: 'us-east-1', endpoint: api.cognito.endpoint });
  await cognito.send(new GlobalSignOutCommand({ AccessToken }));
};

describe('the confirmation of a session', () => {
  test('costs one statement and no call to Cognito for a minute, and then one call', async () => {
    const { confirm, askCognito } = await begin();
    const statements = api.countStatements();
    await confirm();
    expect(api.countStatements() - statements).toBe(1);
    expect(askCognito).not.toHaveBeenCalled();

    await api.ageConfirmations(60);
    await confirm();
    await confirm();

    expect(askCognito).toHaveBeenCalledTimes(1);
  });

  test('is shared by concurrent requests', async () => {
    const { confirm, askCognito } = await begin();
    await api.ageConfirmations(60);

    await Promise.all(Array.from({ length: 10 }, confirm));

    expect(askCognito).toHaveBeenCalledTimes(1);
  });

  test('does not count for a session that ends while Cognito is answering', async () => {
    const answered = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const { user, confirm } = await begin(async (accessToken) => {
      const profile = await api.dependencies.userPool.readProfile(accessToken);
      asked.resolve();
      await answered.promise;
      return profile;
    });
    await api.ageConfirmations(60);
    const before = confirm();
    await asked.promise;
    await api.services.sessions.signOutEverywhere({ ...user, authenticationAgeSeconds: 0 });
    const after = confirm();
    answered.resolve();

    await before;
    await expect(after).rejects.toMatchObject({ code: 'invalid_token' });
    await expect(confirm()).rejects.toMatchObject({ code: 'invalid_token' });
  });

  test('is forgotten when Cognito rejects the token, so that an outage does not revive the session', async () => {
    let isDown = false;
    const { user, confirm } = await begin((accessToken) =>
      isDown ? Promise.reject(unavailable('Cognito')) : api.dependencies.userPool.readProfile(accessToken),
    );
    await signOutAtCognito(user.accessToken);
    await api.ageConfirmations(60);
    await expect(confirm()).rejects.toMatchObject({ code: 'invalid_token' });
    isDown = true;

    await expect(confirm()).rejects.toMatchObject({ code: 'service_unavailable' });
  });

  test('asks once in ten seconds during an outage, and goes on with what it knows', async () => {
    const { confirm, pass, askCognito } = await begin(() => Promise.reject(unavailable('Cognito')));
    await api.ageConfirmations(60);

    for (const _ of [1, 2, 3]) await confirm();
    expect(askCognito).toHaveBeenCalledTimes(1);
    pass(10_000);
    await confirm();

    expect(askCognito).toHaveBeenCalledTimes(2);
  });

  test('is deleted by the sweeper after a day, in which the last token has expired', async () => {
    const { claims } = await begin();
    const find = () => api.database.queries.select().from(sessions).where(eq(sessions.id, claims.sessionId));
    await api.services.sweep();
    expect(await find()).toHaveLength(1);

    await api.ageConfirmations(86_400);
    await api.services.sweep();

    expect(await find()).toEqual([]);
  });
});
