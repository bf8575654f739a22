import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { call, callRaw } from './support/call.ts';
import { messagesTo } from './support/mailbox.ts';
import {
  answer,
  authorizationQuery,
  authorize,
  callbackUrl,
  exchange,
  gina,
  publicClientId,
  startOAuthPool,
  startSignIn,
} from './support/oauth-pool.ts';
import { ann } from './support/people.ts';
import { createTestFolder, startTestPool, type TestPool } from './support/start-test-pool.ts';

type Person = { id: string; name: string; email: string; isEmailVerified: boolean };

const scope = 'openid email profile aws.cognito.signin.user.admin';

const begin = (pool: TestPool, provider = 'Google') => {
  const query = authorizationQuery({ identity_provider: provider, scope });
  return startSignIn(new URL(`${pool.endpoint}/oauth2/authorize?${query}`));
};

const finish = async (pool: TestPool, body: object): Promise<URL> => {
  const { redirectTo } = (await (await answer(pool, body)).json()) as { redirectTo: string };
  return new URL(redirectTo);
};

const signIn = async (pool: TestPool, choice: object, provider = 'Google') => {
  const request = await begin(pool, provider);
  const callback = await finish(pool, { request, ...choice });
  const { body } = await exchange(pool, callback.searchParams.get('code') ?? '');
  return { accessToken: body.access_token ?? '', claims: decodeJwt(body.id_token ?? '') };
};

const peopleAt = async (pool: TestPool, provider = 'Google'): Promise<Person[]> => {
  const id = await begin(pool, provider);
  const response = await fetch(`${pool.endpoint}/identity-provider/request?id=${id}`);
  return ((await response.json()) as { accounts: Person[] }).accounts;
};

describe('a user of an identity provider', () => {
  test('joins the pool at the first sign-in and is the same user at the next', async () => {
    const pool = await startOAuthPool();
    const first = await signIn(pool, { newAccount: gina });
    const [person] = await peopleAt(pool);

    const second = await signIn(pool, { accountId: person?.id });

    expect(second.claims.sub).toBe(first.claims.sub);
    expect(second.claims['cognito:username']).toBe(`Google_${person?.id}`);
    const AccessToken = second.accessToken;
    const { body } = await callRaw(pool, 'GetUser', JSON.stringify({ AccessToken }));
    expect(body.Username).toBe(`Google_${person?.id}`);
    expect(body.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' });
    expect(body.UserAttributes).toContainEqual({
      Name: 'identities',
      Value: expect.stringContaining(`"userId":"${person?.id}"`),
    });
  });

  test('is still known to the provider after a restart', async () => {
    const dataDirectory = await createTestFolder();
    const pool = await startOAuthPool(dataDirectory);
    const { claims } = await signIn(pool, { newAccount: gina });
    await pool.close();
    const restarted = await startOAuthPool(dataDirectory);
    const [person] = await peopleAt(restarted);

    expect((await signIn(restarted, { accountId: person?.id })).claims.sub).toBe(claims.sub);
  });

  test('has a verified address only if the mapping includes the claim of the provider', async () => {
    const pool = await startOAuthPool();
    const verifiedOf = async (provider: string, isEmailVerified: boolean) => {
      const newAccount = { ...gina, isEmailVerified };
      return (await signIn(pool, { newAccount }, provider)).claims.email_verified;
    };

    expect(await verifiedOf('Google', true)).toBe(true);
    expect(await verifiedOf('Google', false)).toBe(false);
    expect(await verifiedOf('SignInWithApple', true)).toBe(false);
  });

  test('is another user than the one of the pool with the same address', async () => {
    const pool = await startOAuthPool();
    const { sub } = await pool.createConfirmedUser(ann);

    const { claims } = await signIn(pool, { newAccount: { ...gina, email: ann.email } });

    expect(claims.sub).not.toBe(sub);
    expect(claims.email).toBe(ann.email);
  });

  test('has no first factor in the pool', async () => {
    const pool = await startOAuthPool();
    const AccessToken = (await signIn(pool, { newAccount: gina })).accessToken;

    const { body } = await callRaw(pool, 'GetUserAuthFactors', JSON.stringify({ AccessToken }));

    expect(body.ConfiguredUserAuthFactors).toEqual([]);
  });

  test('can neither sign in by password nor reset one', async () => {
    const pool = await startOAuthPool();
    const { claims } = await signIn(pool, { newAccount: gina });
    const ClientId = pool.userPoolClientId;

    for (const Username of [gina.email, String(claims['cognito:username']), String(claims.sub)]) {
      const reply = await callRaw(pool, 'ForgotPassword', JSON.stringify({ ClientId, Username }));
      expect(reply.status).toBe(200);
    }

    expect(await messagesTo(pool, gina.email)).toEqual([]);
  });

  test('cannot get a password in the pool', async () => {
    const pool = await startOAuthPool();
    const { accessToken } = await signIn(pool, { newAccount: gina });

    const request = { AccessToken: accessToken, ProposedPassword: 'Entirely-New-3' };

    expect(await call(pool, 'ChangePassword', request)).toMatchObject({
      body: { __type: 'NotAuthorizedException' },
    });
  });

  test('is sent back without an address that the pool requires', async () => {
    const config = {
      clients: [
        {
          clientId: publicClientId,
          allowedOAuthFlows: ['code' as const],
          allowedOAuthScopes: scope.split(' '),
          callbackUrls: [callbackUrl],
          supportedIdentityProviders: ['Okta'],
        },
      ],
      identityProviders: [
        { providerName: 'Okta', providerType: 'OIDC' as const, attributeMapping: { name: 'name' as const } },
      ],
    };
    const pool = await startTestPool(config);

    const callback = await finish(pool, { request: await begin(pool, 'Okta'), newAccount: gina });

    expect(callback.searchParams.get('error')).toBe('invalid_request');
    expect(callback.searchParams.get('error_description')).toBe('attributes required: [email]');
  });
});

describe('the stand-in for a provider', () => {
  test('responds with access_denied after cancelling or an unknown account', async () => {
    const pool = await startOAuthPool();

    for (const choice of [{ isCancelled: true }, { accountId: 'nobody' }]) {
      const callback = await finish(pool, { request: await begin(pool), ...choice });
      expect(callback.searchParams.get('error')).toBe('access_denied');
      expect(callback.searchParams.get('state')).toBe('state-of-the-app');
    }
  });

  test('lists only accounts of its own provider', async () => {
    const pool = await startOAuthPool();
    await signIn(pool, { newAccount: gina });

    expect(await peopleAt(pool)).toMatchObject([gina]);
    expect(await peopleAt(pool, 'SignInWithApple')).toEqual([]);
  });

  test('accepts one answer per request within half an hour', async () => {
    const pool = await startOAuthPool();
    const [answered, late] = [await begin(pool), await begin(pool)];
    await finish(pool, { request: answered, isCancelled: true });

    expect((await answer(pool, { request: answered, newAccount: gina })).status).toBe(404);
    pool.advanceClock(30 * 60_000);
    expect((await answer(pool, { request: late, newAccount: gina })).status).toBe(404);
    expect((await answer(pool, { request: 'guessed', newAccount: gina })).status).toBe(404);
  });

  test('rejects an answer of a page of another origin, even of this machine', async () => {
    const pool = await startOAuthPool();
    const request = await begin(pool);

    for (const origin of ['https://evil.example', 'http://localhost:5173', 'null']) {
      expect((await answer(pool, { request, newAccount: gina }, { origin })).status).toBe(403);
      const url = `${pool.endpoint}/identity-provider/request?id=${request}`;
      expect((await fetch(url, { headers: { origin } })).status).toBe(403);
    }
    expect((await answer(pool, { request, newAccount: gina }, { origin: pool.endpoint })).status).toBe(200);
  });

  test.each([
    { newAccount: { ...gina, email: 'no address' } },
    { newAccount: { ...gina, name: ' ' } },
    { newAccount: { name: 'Gina' } },
    { isCancelled: false },
    {},
  ])('rejects the answer %j and accepts a valid one afterwards', async (choice) => {
    const pool = await startOAuthPool();
    const request = await begin(pool);

    expect((await answer(pool, { request, ...choice })).status).toBe(400);

    expect((await finish(pool, { request, newAccount: gina })).searchParams.has('code')).toBe(true);
  });

  test.each(['', '/page.css', '/page.js', '/icon.svg'])('serves %s with a strict policy', async (path) => {
    const pool = await startOAuthPool();

    const { status, headers } = await fetch(`${pool.endpoint}/identity-provider${path}`);

    expect(status).toBe(200);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('has no inline script or style, which the policy would block', async () => {
    const pool = await startOAuthPool();

    const html = await (await fetch(`${pool.endpoint}/identity-provider`)).text();

    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });

  test('hides the addresses of requests from other sites', async () => {
    const pool = await startOAuthPool();

    const { headers } = await authorize(pool, authorizationQuery());

    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
