import type { UserPoolConfig } from '@share-my-files/local-cognito';
import { describe, expect, test } from 'vitest';
import { callRaw } from './support/call.ts';
import { newestCode } from './support/mailbox.ts';
import { refusal, startPoolWithAnn } from './support/passkeys.ts';
import { ann } from './support/people.ts';
import { createSoftwareAuthenticator, type Deviation } from './support/software-authenticator.ts';
import type { TestPool } from './support/start-test-pool.ts';

type Challenge = {
  ChallengeName: string;
  Session: string;
  ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: string };
  AvailableChallenges?: string[];
};

const optionsOf = ({ ChallengeParameters }: Challenge) =>
  JSON.parse(ChallengeParameters.CREDENTIAL_REQUEST_OPTIONS) as { challenge: string };

const begin = async (pool: TestPool, PREFERRED_CHALLENGE = 'WEB_AUTHN', USERNAME = ann.email) => {
  const AuthParameters = { USERNAME, PREFERRED_CHALLENGE };
  const request = { ClientId: pool.userPoolClientId, AuthFlow: 'USER_AUTH', AuthParameters };
  const { body } = await callRaw(pool, 'InitiateAuth', JSON.stringify(request));
  return body as Challenge;
};

const respond = (pool: TestPool, ChallengeName: string, Session: string, responses: object) => {
  const ChallengeResponses = { USERNAME: ann.email, ...responses };
  const request = { ClientId: pool.userPoolClientId, ChallengeName, Session, ChallengeResponses };
  return callRaw(pool, 'RespondToAuthChallenge', JSON.stringify(request));
};

const answer = (pool: TestPool, { Session }: Challenge, credential: object) =>
  respond(pool, 'WEB_AUTHN', Session, { CREDENTIAL: JSON.stringify(credential) });

const startWithPasskey = async (config: UserPoolConfig = {}, algorithm: 'ES256' | 'RS256' = 'ES256') => {
  const { pool, passkeys } = await startPoolWithAnn(config);
  const authenticator = createSoftwareAuthenticator(algorithm);
  await passkeys.complete(authenticator.create(await passkeys.start()));
  return { pool, passkeys, authenticator };
};

const signedIn = { status: 200, body: { AuthenticationResult: { TokenType: 'Bearer' } } };
const notAuthorized = refusal('NotAuthorizedException');

describe('signing in with a passkey', () => {
  test.each(['ES256', 'RS256'] as const)('returns tokens for a signature by %s', async (algorithm) => {
    const { pool, authenticator } = await startWithPasskey({}, algorithm);
    const challenge = await begin(pool);

    expect(challenge.ChallengeName).toBe('WEB_AUTHN');
    expect(optionsOf(challenge)).toMatchObject({
      challenge: expect.stringMatching(/^[\w-]{43}$/),
      rpId: 'localhost',
      timeout: 180_000,
      allowCredentials: [{ id: authenticator.credentialId, type: 'public-key' }],
      userVerification: 'preferred',
    });
    expect(await answer(pool, challenge, authenticator.get(optionsOf(challenge)))).toMatchObject(signedIn);
  });

  test.each<[string, Deviation]>([
    ['made for another site', { origin: 'https://evil.example' }],
    ['made in a frame', { crossOrigin: true }],
    ['made for another relying party', { relyingPartyId: 'evil.example' }],
    ['made with nobody present', { isUserPresent: false }],
    ['made for another challenge', { challenge: 'AAAA' }],
    ['made for a registration', { type: 'webauthn.create' }],
    ['of a copied authenticator, whose counter has not grown', { signCount: 1 }],
  ])('rejects an assertion %s', async (_, deviation) => {
    const { pool, authenticator } = await startWithPasskey();
    const challenge = await begin(pool);

    const credential = authenticator.get(optionsOf(challenge), deviation);

    expect(await answer(pool, challenge, credential)).toMatchObject(notAuthorized);
  });

  test('rejects another key and malformed assertions', async () => {
    const { pool, authenticator } = await startWithPasskey();
    const challenge = await begin(pool);
    const stranger = createSoftwareAuthenticator().get(optionsOf(challenge));
    const { credentialId } = authenticator;

    for (const credential of [stranger, { ...stranger, id: credentialId, rawId: credentialId }, {}, []]) {
      expect(await answer(pool, challenge, credential)).toMatchObject(notAuthorized);
    }
    const notJson = { CREDENTIAL: 'no JSON' };
    expect(await respond(pool, 'WEB_AUTHN', challenge.Session, notJson)).toMatchObject(notAuthorized);
  });

  test('accepts each challenge once', async () => {
    const { pool, authenticator } = await startWithPasskey();
    const [first, second] = [await begin(pool), await begin(pool)];

    expect(await answer(pool, first, authenticator.get(optionsOf(first)))).toMatchObject(signedIn);
    for (const challenge of [first, second]) {
      expect(await answer(pool, challenge, authenticator.get(optionsOf(first)))).toMatchObject(notAuthorized);
    }
  });

  test('accepts one of many equal concurrent responses', async () => {
    const { pool, authenticator } = await startWithPasskey();
    const challenge = await begin(pool);
    const credential = authenticator.get(optionsOf(challenge));

    const replies = await Promise.all([1, 2, 3, 4].map(() => answer(pool, challenge, credential)));

    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('requires user verification where the pool requires it', async () => {
    const { pool, authenticator } = await startWithPasskey({ webAuthn: { userVerification: 'required' } });
    const challenge = await begin(pool);
    const unverified = authenticator.get(optionsOf(challenge), { isUserVerified: false });

    expect(await answer(pool, challenge, unverified)).toMatchObject(notAuthorized);
    expect(await answer(pool, challenge, authenticator.get(optionsOf(challenge)))).toMatchObject(signedIn);
  });

  test('fails after the passkey is deleted', async () => {
    const { pool, passkeys, authenticator } = await startWithPasskey();
    const challenge = await begin(pool);
    await passkeys.call('DeleteWebAuthnCredential', { CredentialId: authenticator.credentialId });

    expect(await answer(pool, challenge, authenticator.get(optionsOf(challenge)))).toMatchObject(
      notAuthorized,
    );
    expect(await begin(pool)).toMatchObject({ ChallengeName: 'SELECT_CHALLENGE' });
  });
});

describe('the choice of a first factor', () => {
  test('offers a passkey only to users who have one', async () => {
    const { pool } = await startWithPasskey();

    expect((await begin(pool, '')).AvailableChallenges).toContain('WEB_AUTHN');
    expect((await begin(pool, 'WEB_AUTHN', 'nobody@example.com')).AvailableChallenges).not.toContain(
      'WEB_AUTHN',
    );
  });

  test('is open again to a user whose passkey is not available', async () => {
    const { pool } = await startWithPasskey();
    const { Session } = await begin(pool);

    const chosen = await respond(pool, 'SELECT_CHALLENGE', Session, { ANSWER: 'EMAIL_OTP' });

    expect(chosen).toMatchObject({ status: 200, body: { ChallengeName: 'EMAIL_OTP' } });
    const EMAIL_OTP_CODE = await newestCode(pool, ann.email);
    expect(await respond(pool, 'EMAIL_OTP', String(chosen.body.Session), { EMAIL_OTP_CODE })).toMatchObject(
      signedIn,
    );
  });

  test('can be repeated, which ends the previous challenge', async () => {
    const { pool, authenticator } = await startWithPasskey();
    const older = await begin(pool);

    const { body } = await respond(pool, 'SELECT_CHALLENGE', older.Session, { ANSWER: 'WEB_AUTHN' });

    expect(await answer(pool, older, authenticator.get(optionsOf(older)))).toMatchObject(notAuthorized);
    const newer = body as Challenge;
    expect(await answer(pool, newer, authenticator.get(optionsOf(newer)))).toMatchObject(signedIn);
  });
});
