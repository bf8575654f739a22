import { CognitoError } from '../errors.ts';
import type { ChallengeResponder } from '../sign-in/auth-flow.ts';
import type { AuthSessions } from '../sign-in/auth-sessions.ts';
import { withDevice } from '../sign-in/start-sign-in.ts';
import type { UserRepository } from '../users/user-repository.ts';
import type { IssueSecondFactor } from './mfa-step.ts';
import type { SecondFactors } from './second-factors.ts';

type Dependencies = { authSessions: AuthSessions; secondFactors: SecondFactors; users: UserRepository };

/** The challenge SELECT_MFA_TYPE: continues with the second factor that the user chose. */
export const createSelectMfaType =
  (
    { authSessions, secondFactors, users }: Dependencies,
    issueSecondFactor: IssueSecondFactor,
  ): ChallengeResponder =>
  (answer) => {
    const { signIn, consume } = authSessions.findAnswered(answer, 'SELECT_MFA_TYPE');
    const user = users.findBySub(signIn.account.sub);
    const enabled = user === undefined ? [] : secondFactors.of(user).enabled;
    const method = enabled.find((name) => name === answer.responses.ANSWER);
    if (method === undefined) {
      throw new CognitoError('MFAMethodNotFoundException', 'The selected MFA method is not available.');
    }
    const challenge = issueSecondFactor(withDevice(signIn, answer), method);
    consume();
    return challenge;
  };
