import { incorrectUsernameOrPassword } from '../errors.ts';
import type { Accounts } from '../users/accounts.ts';
import type { AuthFlow } from './auth-flow.ts';
import type { AuthSessions } from './auth-sessions.ts';
import type { CompleteSignIn } from './complete-sign-in.ts';
import type { AvailableFactors } from './first-factors.ts';
import { startSignIn } from './start-sign-in.ts';

type Dependencies = { accounts: Accounts; authSessions: AuthSessions } & {
  availableFactors: AvailableFactors;
  completeSignIn: CompleteSignIn;
};

/**
 * The flow USER_AUTH: the preferred first factor if the user has it, otherwise a choice. The session from
 * ConfirmSignUp signs in immediately, because the code of the sign-up verified the address.
 */
export const createUserAuth =
  ({ accounts, authSessions, availableFactors, completeSignIn }: Dependencies): AuthFlow =>
  (request) => {
    const { client, parameters, session } = request;
    if (session !== undefined) {
      const confirmed = authSessions.findAnswered({ client, responses: parameters, session }, 'AUTO_SIGN_IN');
      confirmed.consume();
      return completeSignIn({ ...confirmed.signIn, firstFactor: 'EMAIL_OTP' });
    }
    const signIn = startSignIn(accounts, request);
    const available = availableFactors(signIn.account);
    if (available.length === 0) throw incorrectUsernameOrPassword();
    const preferred = available.find(({ name }) => name === parameters.PREFERRED_CHALLENGE);
    if (preferred !== undefined) return preferred.issueChallenge(signIn, { parameters });
    return {
      ChallengeName: 'SELECT_CHALLENGE',
      ChallengeParameters: {},
      Session: authSessions.open(signIn, { SELECT_CHALLENGE: {} }),
      AvailableChallenges: available.map(({ name }) => name),
    };
  };
