import type { InitiateAuthCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import { appCode } from '../../../../packages/local-cognito/test/support/authenticator-app.ts';
import type { Possessions } from './possessions.ts';
import { proveDevice } from './remembered-device.ts';
import { createPassword, type UserPool, unlessRefused } from './user-pool.ts';

type Attempt = (pool: UserPool, email: string, holder: Possessions) => Promise<string | undefined>;

/** Answers the challenges of a sign-in with what the holder has; resolves to the access token. */
const answerChallenges = async (
  pool: UserPool,
  email: string,
  holder: Possessions,
  response: InitiateAuthCommandOutput,
): Promise<string | undefined> => {
  const answer = async (responses: Record<string, string>) =>
    answerChallenges(pool, email, holder, await pool.respond(email, response, responses));
  switch (response.ChallengeName) {
    case undefined:
      holder.newDevice = response.AuthenticationResult?.NewDeviceMetadata;
      return response.AuthenticationResult?.AccessToken;
    case 'DEVICE_SRP_AUTH': {
      if (holder.device === undefined) return;
      const proven = await proveDevice(pool, email, holder.device, response);
      return answerChallenges(pool, email, holder, proven);
    }
    case 'SOFTWARE_TOKEN_MFA': {
      if (holder.authenticatorSecret === undefined) return;
      return answer({ SOFTWARE_TOKEN_MFA_CODE: appCode(holder.authenticatorSecret, pool.clock.now()) });
    }
    case 'NEW_PASSWORD_REQUIRED':
      holder.password = createPassword();
      return answer({ NEW_PASSWORD: holder.password });
    case 'EMAIL_OTP':
      if (!holder.mailboxes.includes(email)) return;
      return answer({ EMAIL_OTP_CODE: await pool.readCode(email) });
    case 'SELECT_CHALLENGE':
      return;
    default:
      throw new Error(`The walks do not know the challenge ${response.ChallengeName}.`);
  }
};

const byPasskey: Attempt = async (pool, email, holder) => {
  for (const passkey of holder.passkeys) {
    const challenge = await pool.initiate(email, 'WEB_AUTHN');
    if (challenge.ChallengeName !== 'WEB_AUTHN') return;
    const options = JSON.parse(challenge.ChallengeParameters?.CREDENTIAL_REQUEST_OPTIONS ?? '');
    const answered = await unlessRefused(() =>
      pool.respond(email, challenge, { CREDENTIAL: JSON.stringify(passkey.get(options)) }),
    );
    if (answered?.AuthenticationResult !== undefined) {
      return answerChallenges(pool, email, holder, answered);
    }
  }
};

const byPassword: Attempt = async (pool, email, holder) => {
  if (holder.password === undefined) return;
  const response = await pool.initiate(email, 'PASSWORD', { PASSWORD: holder.password });
  return answerChallenges(pool, email, holder, response);
};

/** A remembered device takes the place of a second factor. */
const byRememberedDevice: Attempt = async (pool, email, holder) => {
  if (holder.device === undefined) return;
  // Without the password, a guess is all that is left.
  const PASSWORD = holder.password ?? createPassword();
  const parameters = { PASSWORD, DEVICE_KEY: holder.device.deviceKey };
  return answerChallenges(pool, email, holder, await pool.initiate(email, 'PASSWORD', parameters));
};

const byEmailCode: Attempt = async (pool, email, holder) => {
  if (!holder.mailboxes.includes(email)) return;
  return answerChallenges(pool, email, holder, await pool.initiate(email, 'EMAIL_OTP'));
};

/** Confirms a sign-up whose code was lost, as the form offers at the next sign-in. */
const byConfirmation: Attempt = async (pool, email, holder) => {
  if (!holder.mailboxes.includes(email)) return;
  await pool.client.resendConfirmationCode(pool.clientUser(email));
  const ConfirmationCode = await pool.readCode(email);
  await pool.client.confirmSignUp({ ...pool.clientUser(email), ConfirmationCode });
  return (
    (await unlessRefused(() => byPassword(pool, email, holder))) ?? (await byEmailCode(pool, email, holder))
  );
};

const byForgottenPassword: Attempt = async (pool, email, holder) => {
  if (!holder.mailboxes.includes(email)) return;
  await pool.client.forgotPassword(pool.clientUser(email));
  const ConfirmationCode = await pool.readCode(email);
  const Password = createPassword();
  await pool.client.confirmForgotPassword({ ...pool.clientUser(email), ConfirmationCode, Password });
  holder.password = Password;
  // A passkey is accepted again once the password that an administrator demanded is set.
  return (
    (await byPassword(pool, email, holder)) ??
    (await byPasskey(pool, email, holder)) ??
    (await byRememberedDevice(pool, email, holder))
  );
};

const byRecoveryCode: Attempt = async (pool, email, holder) => {
  const [code] = holder.recoveryCodes;
  if (code === undefined) return;
  // Without the password, a guess is all that is left.
  if (!(await pool.redeem(email, code, holder.password ?? createPassword()))) return;
  holder.recoveryCodes.shift();
  holder.authenticatorSecret = undefined;
  return byPassword(pool, email, holder);
};

const attempts = [
  byPasskey,
  byPassword,
  byRememberedDevice,
  byEmailCode,
  byConfirmation,
  byForgottenPassword,
  byRecoveryCode,
];

/**
 * Tries every way into the account that the holder's possessions open; resolves to an access token. What is learnt on
 * the way, such as a new password, becomes theirs.
 */
export const getIn: Attempt = async (pool, email, holder) => {
  for (const attempt of attempts) {
    // No code is used twice, and no limit of an hour is reached.
    pool.clock.advance(61);
    const accessToken = await unlessRefused(() => attempt(pool, email, holder));
    if (accessToken !== undefined) return accessToken;
  }
};
