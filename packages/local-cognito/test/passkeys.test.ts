import { describe, expect, test } from 'vitest';
import { passkeysOf, refusal, startPoolWithAnn } from './support/passkeys.ts';
import { bob } from './support/people.ts';
import { createSoftwareAuthenticator } from './support/software-authenticator.ts';
import { startTestPool } from './support/start-test-pool.ts';

describe('a user’s passkeys', () => {
  const startWithTwenty = async () => {
    const { pool, passkeys } = await startPoolWithAnn();
    const lastStart = await passkeys.start();
    for (let count = 0; count < 20; count += 1) {
      await passkeys.complete(createSoftwareAuthenticator().create(await passkeys.start()));
    }
    return { pool, passkeys, lastStart };
  };

  test('are at most 20, and listed in pages, oldest first', async () => {
    const { passkeys, lastStart } = await startWithTwenty();

    expect(await passkeys.call('StartWebAuthnRegistration')).toMatchObject(refusal('LimitExceededException'));
    expect(await passkeys.complete(createSoftwareAuthenticator().create(lastStart))).toMatchObject(
      refusal('LimitExceededException'),
    );
    const all = await passkeys.list();
    expect(all.Credentials).toHaveLength(20);
    expect(all.NextToken).toBeUndefined();
    const first = await passkeys.list({ MaxResults: 15 });
    const second = await passkeys.list({ MaxResults: 15, NextToken: first.NextToken });
    expect([...first.Credentials, ...second.Credentials]).toEqual(all.Credentials);
    expect(second.NextToken).toBeUndefined();
  });

  test('can be deleted only by their user', async () => {
    const { pool, passkeys } = await startPoolWithAnn();
    const bobs = await pool.issueTokens(await pool.createConfirmedUser(bob));
    const authenticator = createSoftwareAuthenticator();
    await passkeys.complete(authenticator.create(await passkeys.start()));
    const members = { CredentialId: authenticator.credentialId };

    expect(await passkeysOf(pool, bobs.accessToken).call('DeleteWebAuthnCredential', members)).toMatchObject(
      refusal('ResourceNotFoundException'),
    );
    expect(await passkeys.call('DeleteWebAuthnCredential', members)).toMatchObject({ status: 200, body: {} });
    expect(await passkeys.call('DeleteWebAuthnCredential', members)).toMatchObject(
      refusal('ResourceNotFoundException'),
    );
  });

  test.each(['StartWebAuthnRegistration', 'ListWebAuthnCredentials'])(
    'require a session: %s',
    async (action) => {
      const pool = await startTestPool();

      expect(await passkeysOf(pool, 'no.access.token').call(action)).toMatchObject(
        refusal('NotAuthorizedException'),
      );
    },
  );
});
