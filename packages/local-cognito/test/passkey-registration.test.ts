import type { UserPoolConfig } from '@share-my-files/local-cognito';
import { describe, expect, test } from 'vitest';
import { passkeysOf, refusal, startPoolWithAnn } from './support/passkeys.ts';
import { ann, bob } from './support/people.ts';
import { createSoftwareAuthenticator, type Deviation } from './support/software-authenticator.ts';
import { signInBySrp } from './support/srp-client.ts';

const secondClient = 'localcognitoclient00000002';

const registerWith = async (deviation: Deviation, config: UserPoolConfig = {}) => {
  const { passkeys } = await startPoolWithAnn(config);
  const reply = await passkeys.complete(
    createSoftwareAuthenticator().create(await passkeys.start(), deviation),
  );
  return { reply, passkeys };
};

describe('registering a passkey', () => {
  test('starts with options that name the relying party, the user and the algorithms', async () => {
    const { passkeys } = await startPoolWithAnn();

    expect(await passkeys.start()).toMatchObject({
      challenge: expect.stringMatching(/^[\w-]{43}$/),
      rp: { id: 'localhost', name: 'localhost' },
      user: { id: expect.stringMatching(/^[\w-]+$/), name: ann.email, displayName: ann.name },
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      timeout: 60_000,
      excludeCredentials: [],
      authenticatorSelection: {
        requireResidentKey: true,
        residentKey: 'required',
        userVerification: 'preferred',
      },
    });
  });

  test.each(['ES256', 'RS256'] as const)('accepts a key for %s and lists it', async (algorithm) => {
    const { pool, passkeys } = await startPoolWithAnn();
    const authenticator = createSoftwareAuthenticator(algorithm);

    expect(await passkeys.complete(authenticator.create(await passkeys.start()))).toMatchObject({
      status: 200,
      body: {},
    });

    const { Credentials } = await passkeys.list();
    expect(Credentials).toEqual([
      {
        CredentialId: authenticator.credentialId,
        FriendlyCredentialName: 'Passkey on another device',
        RelyingPartyId: 'localhost',
        AuthenticatorAttachment: 'cross-platform',
        AuthenticatorTransports: ['usb'],
        CreatedAt: expect.any(Number),
      },
    ]);
    pool.advanceClock(1000);
    expect(await passkeys.start()).toMatchObject({
      excludeCredentials: [{ type: 'public-key', id: authenticator.credentialId }],
    });
  });

  test('rejects a key of another algorithm', async () => {
    const { passkeys } = await startPoolWithAnn();
    const credential = createSoftwareAuthenticator('EdDSA').create(await passkeys.start());

    expect(await passkeys.complete(credential)).toMatchObject(
      refusal('WebAuthnCredentialNotSupportedException'),
    );
  });

  test.each<[string, Deviation, string]>([
    ['another site', { origin: 'https://evil.example' }, 'WebAuthnOriginNotAllowedException'],
    ['another name of this machine', { origin: 'http://127.0.0.1:1' }, 'WebAuthnOriginNotAllowedException'],
    ['a name that only ends the same', { origin: 'http://x.localhost' }, 'WebAuthnOriginNotAllowedException'],
    ['a page in a frame', { crossOrigin: true }, 'WebAuthnOriginNotAllowedException'],
    ['no web page', { origin: 'android:apk-key-hash:x' }, 'WebAuthnOriginNotAllowedException'],
    ['another relying party', { relyingPartyId: 'evil.example' }, 'WebAuthnRelyingPartyMismatchException'],
    ['nobody present', { isUserPresent: false }, 'WebAuthnCredentialNotSupportedException'],
    ['a sign-in', { type: 'webauthn.get' }, 'WebAuthnCredentialNotSupportedException'],
    ['a made-up challenge', { challenge: 'AAAA' }, 'WebAuthnChallengeNotFoundException'],
  ])('rejects a credential of %s', async (_, deviation, name) => {
    const { reply, passkeys } = await registerWith(deviation);

    expect(reply).toMatchObject(refusal(name));
    expect((await passkeys.list()).Credentials).toEqual([]);
  });

  test('requires user verification where the pool requires it', async () => {
    const required: UserPoolConfig = { webAuthn: { userVerification: 'required' } };

    expect((await registerWith({ isUserVerified: false })).reply.status).toBe(200);
    expect((await registerWith({ isUserVerified: true }, required)).reply.status).toBe(200);
    expect((await registerWith({ isUserVerified: false }, required)).reply).toMatchObject(
      refusal('WebAuthnCredentialNotSupportedException'),
    );
  });

  test('accepts each challenge once, even after a failure', async () => {
    const { passkeys } = await startPoolWithAnn();
    const options = await passkeys.start();
    const authenticator = createSoftwareAuthenticator();
    await passkeys.complete(authenticator.create(options, { origin: 'https://evil.example' }));

    expect(await passkeys.complete(authenticator.create(options))).toMatchObject(
      refusal('WebAuthnChallengeNotFoundException'),
    );
  });

  test('allows three minutes', async () => {
    const { pool, passkeys } = await startPoolWithAnn();
    const options = await passkeys.start();

    pool.advanceClock(180_000);

    expect(await passkeys.complete(createSoftwareAuthenticator().create(options))).toMatchObject(
      refusal('WebAuthnChallengeNotFoundException'),
    );
  });

  test('binds the challenge to the user', async () => {
    const { pool, passkeys } = await startPoolWithAnn();
    const bobs = await pool.issueTokens(await pool.createConfirmedUser(bob));
    const credential = createSoftwareAuthenticator().create(await passkeys.start());

    expect(await passkeysOf(pool, bobs.accessToken).complete(credential)).toMatchObject(
      refusal('WebAuthnChallengeNotFoundException'),
    );
    expect(await passkeys.complete(credential)).toMatchObject({ status: 200 });
  });

  test('binds the challenge to the client', async () => {
    const { pool, passkeys } = await startPoolWithAnn({ clients: [{}, { clientId: secondClient }] });
    const { body } = await signInBySrp({ ...pool, userPoolClientId: secondClient }, ann.email, ann.password);
    const { AccessToken } = body.AuthenticationResult as { AccessToken: string };
    const credential = createSoftwareAuthenticator().create(await passkeys.start());

    expect(await passkeysOf(pool, AccessToken).complete(credential)).toMatchObject(
      refusal('WebAuthnClientMismatchException'),
    );
  });

  test('accepts a credential once, for any user', async () => {
    const { pool, passkeys } = await startPoolWithAnn();
    const bobs = await pool.issueTokens(await pool.createConfirmedUser(bob));
    const bobsPasskeys = passkeysOf(pool, bobs.accessToken);
    const authenticator = createSoftwareAuthenticator();
    await passkeys.complete(authenticator.create(await passkeys.start()));

    for (const owner of [passkeys, bobsPasskeys]) {
      expect(await owner.complete(authenticator.create(await owner.start()))).toMatchObject(
        refusal('WebAuthnCredentialNotSupportedException'),
      );
    }
  });

  test('rejects malformed credentials', async () => {
    const { passkeys } = await startPoolWithAnn();
    const credential = createSoftwareAuthenticator().create(await passkeys.start());

    for (const wrong of [{}, { ...credential, id: '' }, { ...credential, response: {} }]) {
      expect(await passkeys.complete(wrong)).toMatchObject(refusal('InvalidParameterException'));
    }
    const clientDataJSON = Buffer.from('no JSON').toString('base64url');
    const unreadable = { ...credential, response: { ...credential.response, clientDataJSON } };
    expect(await passkeys.complete(unreadable)).toMatchObject(
      refusal('WebAuthnCredentialNotSupportedException'),
    );
    const noCbor = { ...credential, response: { ...credential.response, attestationObject: 'AAAA' } };
    expect(await passkeys.complete(noCbor)).toMatchObject(refusal('WebAuthnCredentialNotSupportedException'));
  });

  test.each<[string, UserPoolConfig, string]>([
    ['passkeys', { allowedFirstAuthFactors: ['PASSWORD'] }, 'WebAuthnNotEnabledException'],
    ['a relying party', { webAuthn: { relyingPartyId: null } }, 'WebAuthnConfigurationMissingException'],
  ])('is rejected in a pool without %s', async (_, config, name) => {
    const { passkeys } = await startPoolWithAnn(config);

    expect(await passkeys.call('StartWebAuthnRegistration')).toMatchObject(refusal(name));
  });
});
