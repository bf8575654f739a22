import { expect } from 'vitest';
import { appCode } from '../../../../packages/local-cognito/test/support/authenticator-app.ts';
import { createSoftwareAuthenticator } from '../../../../packages/local-cognito/test/support/software-authenticator.ts';
import { signInWithGoogle } from '../support/sign-in-with-google.ts';
import { observe } from './account.ts';
import type { Act } from './act.ts';
import { getIn } from './get-in.ts';
import { only } from './possessions.ts';
import { rememberDevice } from './remembered-device.ts';
import { createPassword, type UserPool } from './user-pool.ts';
import { createAddress, type World } from './world.ts';

/** Signs the owner in with all that they have. */
export const enter = async ({ pool, email, owner, api }: World): Promise<{ AccessToken: string }> => {
  const AccessToken = (await getIn(pool, email, owner)) ?? '';
  expect(AccessToken, 'the owner is locked out').not.toBe('');
  await api.clientWith(AccessToken).call('getMe').expect(200);
  return { AccessToken };
};

/** Like the account page: with an authenticator app, a passkey counts as both factors. */
const switchAuthenticator = ({ client }: UserPool, token: { AccessToken: string }, isOn: boolean) =>
  client.setUserMFAPreference({
    ...token,
    SoftwareTokenMfaSettings: { Enabled: isOn, PreferredMfa: isOn },
    WebAuthnMfaSettings: { Enabled: isOn },
  });

const setUpAuthenticator: Act = {
  title: 'sets up an authenticator app',
  isPossible: ({ isEnabled, isVerified, hasAuthenticator }) => isEnabled && isVerified && !hasAuthenticator,
  run: async (world) => {
    const { pool, owner } = world;
    const token = await enter(world);
    const { SecretCode = '' } = await pool.client.associateSoftwareToken(token);
    await pool.client.verifySoftwareToken({ ...token, UserCode: appCode(SecretCode, pool.clock.now()) });
    await switchAuthenticator(pool, token, true);
    owner.authenticatorSecret = SecretCode;
  },
};

const removeAuthenticator: Act = {
  title: 'removes the authenticator app',
  isPossible: ({ isEnabled, hasAuthenticator }) => isEnabled && hasAuthenticator,
  run: async (world) => {
    const token = await enter(world);
    await switchAuthenticator(world.pool, token, false);
    await world.api.clientWith(token.AccessToken).call('deleteRecoveryCodes').expect(204);
    world.owner.recoveryCodes = [];
    world.owner.authenticatorSecret = undefined;
  },
};

const losePhone: Act = {
  title: 'loses the phone with the authenticator app',
  isPossible: ({ hasPhone, passkeys, recoveryCodes }) => hasPhone && passkeys + recoveryCodes > 0,
  run: async ({ owner }) => {
    owner.authenticatorSecret = undefined;
  },
};

const createRecoveryCodes: Act = {
  title: 'creates recovery codes',
  isPossible: ({ isEnabled, hasAuthenticator }) => isEnabled && hasAuthenticator,
  run: async (world) => {
    const { api, owner } = world;
    const { AccessToken } = await enter(world);
    const { body } = await api.clientWith(AccessToken).call('createRecoveryCodes').expect(201);
    owner.recoveryCodes = body.codes;
  },
};

const redeemRecoveryCode: Act = {
  title: 'gets in without the phone, by the mailbox and a recovery code',
  isPossible: ({ isEnabled, isVerified, hasAuthenticator, recoveryCodes }) =>
    isEnabled && isVerified && hasAuthenticator && recoveryCodes > 0,
  run: async ({ pool, email, owner }) => {
    const has = only({ mailboxes: [email], recoveryCodes: owner.recoveryCodes });
    expect(await getIn(pool, email, has)).toBeDefined();
    Object.assign(owner, { password: has.password, authenticatorSecret: undefined });
  },
};

const addPasskey: Act = {
  title: 'adds a passkey',
  isPossible: ({ isEnabled, passkeys }) => isEnabled && passkeys < 2,
  run: async (world) => {
    const { client } = world.pool;
    const token = await enter(world);
    const { CredentialCreationOptions } = await client.startWebAuthnRegistration(token);
    const passkey = createSoftwareAuthenticator();
    const Credential = passkey.create(CredentialCreationOptions as { challenge: string });
    await client.completeWebAuthnRegistration({ ...token, Credential });
    world.owner.passkeys.push(passkey);
  },
};

const removePasskey: Act = {
  title: 'removes the passkey of a stolen device',
  // The account page warns of removing the last way in.
  isPossible: ({ isEnabled, passkeys, hasAuthenticator, hasPhone, recoveryCodes }) =>
    isEnabled && passkeys > (hasAuthenticator && !hasPhone && recoveryCodes === 0 ? 1 : 0),
  run: async (world) => {
    const { owner, thief, pool } = world;
    const token = await enter(world);
    const passkey = owner.passkeys.shift();
    if (passkey === undefined) throw new Error('The owner has no passkey.');
    await pool.client.deleteWebAuthnCredential({ ...token, CredentialId: passkey.credentialId });
    thief.passkeys.push(passkey);
  },
};

const changePassword: Act = {
  title: 'changes the password',
  isPossible: ({ isEnabled, knowsPassword, status }) => isEnabled && knowsPassword && status === 'CONFIRMED',
  run: async (world) => {
    const token = await enter(world);
    const PreviousPassword = world.owner.password;
    world.owner.password = createPassword();
    await world.pool.client.changePassword({
      ...token,
      PreviousPassword,
      ProposedPassword: world.owner.password,
    });
  },
};

const forgetPassword: Act = {
  title: 'forgets the password',
  isPossible: ({ isVerified, knowsPassword, status }) =>
    isVerified && knowsPassword && status === 'CONFIRMED',
  run: async ({ owner }) => {
    owner.password = undefined;
  },
};

const changeAddress: Act = {
  title: 'begins to change the address',
  isPossible: ({ isEnabled, isVerified }) => isEnabled && isVerified,
  run: async (world) => {
    const token = await enter(world);
    world.newAddress = createAddress();
    await world.pool.client.updateUserAttributes({
      ...token,
      UserAttributes: [{ Name: 'email', Value: world.newAddress }],
    });
  },
};

const confirmAddress: Act = {
  title: 'confirms the new address, and leaves the old mailbox to a thief',
  isPossible: ({ isEnabled, isChangingAddress }) => isEnabled && isChangingAddress,
  run: async (world) => {
    const { pool, email, newAddress = '', owner, thief } = world;
    const token = await enter(world);
    // The code of the first mail may have expired.
    await pool.client.updateUserAttributes({
      ...token,
      UserAttributes: [{ Name: 'email', Value: newAddress }],
    });
    const Code = await pool.readCode(newAddress);
    await pool.client.verifyUserAttribute({ ...token, AttributeName: 'email', Code });
    Object.assign(world, { email: newAddress, newAddress: undefined });
    owner.mailboxes = [newAddress];
    thief.mailboxes.push(email);
  },
};

const verifyAddress: Act = {
  title: 'proves the unverified address',
  isPossible: ({ isEnabled, isVerified, status }) => isEnabled && !isVerified && status === 'CONFIRMED',
  run: async (world) => {
    const { pool, email } = world;
    const token = await enter(world);
    await pool.client.getUserAttributeVerificationCode({ ...token, AttributeName: 'email' });
    const Code = await pool.readCode(email);
    await pool.client.verifyUserAttribute({ ...token, AttributeName: 'email', Code });
  },
};

const rememberThisDevice: Act = {
  title: 'makes Cognito remember the device',
  isPossible: ({ isEnabled, hasDevice }) => isEnabled && !hasDevice,
  run: async (world) => {
    const { AccessToken } = await enter(world);
    const { newDevice } = world.owner;
    if (newDevice === undefined) throw new Error('The sign-in named no new device.');
    world.owner.device = await rememberDevice(world.pool, AccessToken, newDevice);
  },
};

const forgetDevice: Act = {
  title: 'makes Cognito forget a stolen device',
  isPossible: ({ isEnabled, hasDevice }) => isEnabled && hasDevice,
  run: async (world) => {
    const { owner, thief, pool } = world;
    const token = await enter(world);
    await pool.client.forgetDevice({ ...token, DeviceKey: owner.device?.deviceKey });
    thief.device = owner.device;
    owner.device = undefined;
  },
};

const continueWithGoogle: Act = {
  title: 'continues with Google, with the same address, which opens another account that mentions this one',
  isPossible: ({ isEnabled, hasGoogleAccount }) => isEnabled && !hasGoogleAccount,
  run: async (world) => {
    const { api, email } = world;
    const { AccessToken } = await enter(world);
    const own = await api.clientWith(AccessToken).call('getMe').expect(200);
    const google = await signInWithGoogle(api, email, true);
    const { body } = await google.call('getMe').expect(200);
    expect(body.id).not.toBe(own.body.id);
    expect(body.hasOtherAccount).toBe((await observe(world)).isVerified);
    world.googleAddress = email;
  },
};

export const ownerActs = [
  setUpAuthenticator,
  removeAuthenticator,
  losePhone,
  createRecoveryCodes,
  redeemRecoveryCode,
  addPasskey,
  removePasskey,
  changePassword,
  forgetPassword,
  changeAddress,
  confirmAddress,
  verifyAddress,
  rememberThisDevice,
  forgetDevice,
  continueWithGoogle,
].map(({ title, ...act }) => ({ title: `the owner ${title}`, ...act }));
