import { incorrectUsernameOrPassword } from '../errors.ts';
import type { Accounts } from '../users/accounts.ts';
import type { AuthFlow } from './auth-flow.ts';
import type { AuthSessions } from './auth-sessions.ts';
import type { CompleteSignIn } from './complete-sign-in.ts';
import { startSignIn } from './start-sign-in.ts';
import type { StepUp } from './step-up.ts';

type Dependencies = { accounts: Accounts; authSessions: AuthSessions } & {
  completeSignIn: CompleteSignIn;
  stepUp: StepUp;
};

/**
 * The flow USER_AUTH: the preferred first factor if the user has it, otherwise a choice. A step-up continues
 * with a second factor if its access token proves the password. The session from ConfirmSignUp signs in
 * immediately, because the code of the sign-up verified the address.
 */
export const createUserAuth =
  ({ accounts, authSessions, completeSignIn, stepUp }: Dependencies): AuthFlow =>
  async (request) => {
    const { client, parameters, session } = request;
    if (session !== undefined) {
      const confirmed = authSessions.findAnswered({ client, responses: parameters, session }, 'AUTO_SIGN_IN');
      confirmed.consume();
      return completeSignIn({ ...confirmed.signIn, firstFactor: 'EMAIL_OTP' });
    }
    const started = startSignIn(accounts, request);
    const signIn = { ...started, ...(await stepUp.read(started, request)) };
    const available = stepUp.firstFactorsOf(signIn);
    const preferred = available.find(({ name }) => name === parameters.PREFERRED_CHALLENGE);
    if (preferred !== undefined) return preferred.issueChallenge(signIn, { parameters });
    if (stepUp.needsOnlySecondFactor(signIn)) return completeSignIn({ ...signIn, firstFactor: 'PASSWORD' });
    if (available.length === 0) throw incorrectUsernameOrPassword();
    return {
      ChallengeName: 'SELECT_CHALLENGE',
      ChallengeParameters: {},
      Session: authSessions.open(signIn, { SELECT_CHALLENGE: {} }),
      AvailableChallenges: available.map(({ name }) => name),
    };
  };
