import type { Accounts } from '../users/accounts.ts';
import type { AuthFlow } from './auth-flow.ts';
import { beginSignIn } from './begin-sign-in.ts';
import type { PoseSrpChallenge } from './srp-challenge.ts';

/** The flow USER_SRP_AUTH: the password never leaves the client. */
export const createUserSrpAuth =
  (accounts: Accounts, poseSrpChallenge: PoseSrpChallenge): AuthFlow =>
  (request) =>
    poseSrpChallenge(beginSignIn(accounts, request), request);
