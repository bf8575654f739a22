import { invalidParameter } from '../errors.ts';
import type { Accounts } from '../users/accounts.ts';
import type { AuthRequest, ChallengeAnswer } from './auth-flow.ts';
import type { SignIn } from './auth-sessions.ts';

/** Begins a sign-in, of which nothing is proven, for the account that USERNAME names. */
export const beginSignIn = (
  accounts: Accounts,
  { client, parameters: { USERNAME, DEVICE_KEY } }: AuthRequest,
): SignIn => {
  if (!USERNAME || USERNAME.length > 128) throw invalidParameter('Missing required parameter USERNAME');
  const account = accounts.find(client, USERNAME, 'User does not exist.');
  return { client, account, ...(DEVICE_KEY && { deviceKey: DEVICE_KEY }) };
};

/** The same sign-in on the device that an answer names, if it names one. */
export const onDevice = (signIn: SignIn, { responses: { DEVICE_KEY } }: ChallengeAnswer): SignIn => ({
  ...signIn,
  ...(DEVICE_KEY && { deviceKey: DEVICE_KEY }),
});
