import type { Accounts } from '../../users/accounts.ts';
import type { AuthFlow } from '../auth-flow.ts';
import { startSignIn } from '../start-sign-in.ts';
import type { ProvePassword } from './prove-password.ts';

/** The flow USER_PASSWORD_AUTH, and that of AdminInitiateAuth: both send the password itself. */
export const createUserPasswordAuth =
  (accounts: Accounts, provePassword: ProvePassword): AuthFlow =>
  (request) =>
    provePassword(startSignIn(accounts, request), request);
