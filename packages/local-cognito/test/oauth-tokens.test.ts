import { describe, expect, test } from 'vitest';
import { callRaw } from './support/call.ts';
import {
  clientSecret,
  codeVerifier,
  confidentialClientId,
  exchange,
  logoutUrl,
  obtainCode,
  otherClientId,
  postForm,
  publicClientId,
  startOAuthPool,
} from './support/oauth-pool.ts';
import { ann } from './support/people.ts';

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from([id, secret].map(encodeURIComponent).join(':')).toString('base64')}`,
});

describe('POST /oauth2/token', () => {
  test.each([
    ['another verifier', { code_verifier: `${codeVerifier}x` }],
    ['the challenge as verifier', { code_verifier: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' }],
    ['no verifier', { code_verifier: '' }],
    ['another address', { redirect_uri: logoutUrl }],
    ['another client', { client_id: otherClientId }],
    ['another code', { code: 'c0de' }],
  ])('issues no tokens to %s, and still issues them to the owner of the code', async (_name, changes) => {
    const pool = await startOAuthPool();
    const code = await obtainCode(pool);

    expect(await exchange(pool, code, changes)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });

    expect((await exchange(pool, code)).status).toBe(200);
  });

  test('rejects a second use of a code and ends the session of the first', async () => {
    const pool = await startOAuthPool();
    const code = await obtainCode(pool);
    const first = await exchange(pool, code);

    const second = await exchange(pool, code);

    expect(second).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const renewal = await postForm(pool, '/oauth2/token', {
      grant_type: 'refresh_token',
      client_id: publicClientId,
      refresh_token: first.body.refresh_token ?? '',
    });
    expect(renewal.body.error).toBe('invalid_grant');
    const authorization = `Bearer ${first.body.access_token}`;
    const userInfo = await fetch(`${pool.endpoint}/oauth2/userInfo`, { headers: { authorization } });
    expect(userInfo.status).toBe(401);
  });

  test('issues tokens once for concurrent uses of a code', async () => {
    const pool = await startOAuthPool();
    const code = await obtainCode(pool);

    const replies = await Promise.all(Array.from({ length: 10 }, () => exchange(pool, code)));

    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('rejects a code after five minutes', async () => {
    const pool = await startOAuthPool();
    const code = await obtainCode(pool);

    pool.advanceClock(5 * 60_000);

    expect((await exchange(pool, code)).body.error).toBe('invalid_grant');
  });

  test('rejects a verifier for a code without a challenge', async () => {
    const pool = await startOAuthPool();
    const code = await obtainCode(pool, {
      client_id: confidentialClientId,
      code_challenge: undefined,
      code_challenge_method: undefined,
    });
    const form = { client_id: confidentialClientId, client_secret: clientSecret };

    expect((await exchange(pool, code, form)).body.error).toBe('invalid_grant');
    expect((await exchange(pool, code, { ...form, code_verifier: '' })).status).toBe(200);
  });

  test.each([
    ['a wrong secret', { client_id: confidentialClientId, client_secret: 'wrong' }, {}],
    ['no secret', { client_id: confidentialClientId }, {}],
    ['a secret where there is none', { client_id: publicClientId, client_secret: 'any' }, {}],
    ['an unknown client', { client_id: 'unknownclient0000000000001' }, {}],
    ['a wrong secret by Basic', {}, basic(confidentialClientId, 'wrong')],
    ['half of Basic', {}, { authorization: 'Basic bm9jb2xvbg==' }],
    ['another scheme', {}, { authorization: 'Bearer abc' }],
  ])('rejects %s as invalid_client', async (_name, form, headers: Record<string, string>) => {
    const pool = await startOAuthPool();

    const reply = await postForm(
      pool,
      '/oauth2/token',
      { grant_type: 'client_credentials', ...form },
      headers,
    );

    expect(reply).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect(reply.headers.has('www-authenticate')).toBe('authorization' in headers);
  });

  test.each([
    ['invalid_request', { client_id: publicClientId }],
    ['invalid_request', { grant_type: 'refresh_token' }],
    ['invalid_request', { grant_type: 'authorization_code', client_id: publicClientId }],
    ['unsupported_grant_type', { grant_type: 'password', client_id: publicClientId }],
    ['unauthorized_client', { grant_type: 'client_credentials', client_id: publicClientId }],
    ['invalid_grant', { grant_type: 'refresh_token', client_id: publicClientId, refresh_token: 'x' }],
  ])('responds with %s to %j', async (error, form) => {
    const pool = await startOAuthPool();

    const { status, body } = await postForm(pool, '/oauth2/token', form as Record<string, string>);

    expect(status).toBe(400);
    expect(body).toEqual({
      error,
      error_description: body.error_description,
      error_message: body.error_description,
    });
  });

  test('issues a client no scope of a user and none of a server that it may not use', async () => {
    const pool = await startOAuthPool();
    const headers = basic(confidentialClientId, clientSecret);

    for (const scope of ['openid', 'aws.cognito.signin.user.admin', 'files/delete', 'files/read x']) {
      const form = { grant_type: 'client_credentials', scope };
      expect((await postForm(pool, '/oauth2/token', form, headers)).body.error).toBe('invalid_scope');
    }
  });

  test('accepts only forms, without repeated parameters', async () => {
    const pool = await startOAuthPool();
    const url = `${pool.endpoint}/oauth2/token`;
    const json = await fetch(url, { method: 'POST', body: JSON.stringify({ grant_type: 'refresh_token' }) });
    const twice = new URLSearchParams('client_id=a&client_id=b');

    expect(await json.json()).toMatchObject({ error: 'invalid_request' });
    expect(await (await fetch(url, { method: 'POST', body: twice })).json()).toMatchObject({
      error: 'invalid_request',
    });
  });

  test('accepts only pages of this machine', async () => {
    const pool = await startOAuthPool();
    const allowed = async (origin: string) => {
      const { headers } = await postForm(pool, '/oauth2/token', {}, { origin });
      return headers.get('access-control-allow-origin');
    };

    expect(await allowed('http://localhost:5173')).toBe('http://localhost:5173');
    expect(await allowed('https://evil.example')).toBeNull();
  });
});

describe('tokens', () => {
  test('of one client cannot be refreshed or revoked by another', async () => {
    const pool = await startOAuthPool();
    const { body } = await exchange(pool, await obtainCode(pool));
    const token = body.refresh_token ?? '';
    const client_id = otherClientId;

    const renewal = { grant_type: 'refresh_token', client_id, refresh_token: token };
    expect((await postForm(pool, '/oauth2/token', renewal)).body.error).toBe('invalid_grant');
    expect((await postForm(pool, '/oauth2/revoke', { token, client_id })).status).toBe(400);

    expect((await postForm(pool, '/oauth2/token', { ...renewal, client_id: publicClientId })).status).toBe(
      200,
    );
  });

  test('other than refresh tokens cannot be revoked, and unknown ones are ignored', async () => {
    const pool = await startOAuthPool();
    const { body } = await exchange(pool, await obtainCode(pool));
    const revoke = (token: string) => postForm(pool, '/oauth2/revoke', { token, client_id: publicClientId });

    expect((await revoke(body.access_token ?? '')).body.error).toBe('unsupported_token_type');
    expect((await revoke('unknown')).status).toBe(200);
    expect((await revoke('')).body.error).toBe('invalid_request');
  });

  test('of the sign-in API and of clients do not grant userInfo', async () => {
    const pool = await startOAuthPool();
    const { sub } = await pool.createConfirmedUser(ann);
    const { accessToken, idToken } = await pool.issueTokens({ sub });
    const headers = basic(confidentialClientId, clientSecret);
    const machine = await postForm(pool, '/oauth2/token', { grant_type: 'client_credentials' }, headers);

    for (const token of [accessToken, idToken, machine.body.access_token, 'nonsense']) {
      const authorization = `Bearer ${token}`;
      const response = await fetch(`${pool.endpoint}/oauth2/userInfo`, { headers: { authorization } });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
    }
    expect((await fetch(`${pool.endpoint}/oauth2/userInfo`)).status).toBe(400);
  });

  test('without the scope of the account do not grant it', async () => {
    const pool = await startOAuthPool();
    const { body } = await exchange(pool, await obtainCode(pool));

    const reply = await callRaw(pool, 'GetUser', JSON.stringify({ AccessToken: body.access_token }));

    expect(reply.body.message).toBe('Access Token does not have required scopes');
  });
});
