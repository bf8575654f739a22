import { invalidParameter } from '../errors.ts';
import type { Accounts } from '../users/accounts.ts';
import type { AuthRequest, ChallengeAnswer } from './auth-flow.ts';
import type { SignIn } from './auth-sessions.ts';

/** Starts a sign-in for the account of USERNAME. Nothing is proven yet. */
export const startSignIn = (
  accounts: Accounts,
  { client, parameters: { USERNAME, DEVICE_KEY } }: AuthRequest,
): SignIn => {
  if (!USERNAME || USERNAME.length > 128) throw invalidParameter('Missing required parameter USERNAME');
  const account = accounts.find(client, USERNAME, 'User does not exist.');
  return { client, account, ...(DEVICE_KEY && { deviceKey: DEVICE_KEY }) };
};

/** Returns the sign-in with the device that the response names, if any. */
export const withDevice = (signIn: SignIn, { responses: { DEVICE_KEY } }: ChallengeAnswer): SignIn => ({
  ...signIn,
  ...(DEVICE_KEY && { deviceKey: DEVICE_KEY }),
});
