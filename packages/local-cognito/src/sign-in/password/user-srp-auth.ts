import type { Accounts } from '../../users/accounts.ts';
import type { AuthFlow } from '../auth-flow.ts';
import { startSignIn } from '../start-sign-in.ts';
import type { IssueSrpChallenge } from './srp-challenge.ts';

/** The flow USER_SRP_AUTH: the password never leaves the client. */
export const createUserSrpAuth =
  (accounts: Accounts, issueSrpChallenge: IssueSrpChallenge): AuthFlow =>
  (request) =>
    issueSrpChallenge(startSignIn(accounts, request), request);
