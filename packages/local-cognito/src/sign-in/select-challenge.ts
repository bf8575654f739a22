import { invalidParameter } from '../errors.ts';
import { type Account, accountOf } from '../users/accounts.ts';
import type { UserRepository } from '../users/user-repository.ts';
import type { ChallengeResponder, FirstFactorName } from './auth-flow.ts';
import type { AuthSessions } from './auth-sessions.ts';
import { withDevice } from './start-sign-in.ts';
import type { StepUp } from './step-up.ts';

/**
 * Returns the current account. A user who was disabled or deleted during the sign-in becomes a simulated
 * account, because a separate error would reveal the user.
 */
const readCurrentAccount = (users: UserRepository, account: Account): Account => {
  if (account.user === undefined) return account;
  const user = users.findBySub(account.sub);
  return user?.isEnabled ? accountOf(user) : { ...account, user: undefined };
};

/**
 * The challenge SELECT_CHALLENGE: continues with the first factor that the user chose. PASSWORD and
 * PASSWORD_SRP are also challenges of their own, which fix the choice.
 */
export const createSelectChallenge =
  (
    { authSessions, users }: { authSessions: AuthSessions; users: UserRepository },
    { firstFactorsOf }: Pick<StepUp, 'firstFactorsOf'>,
    chosen?: FirstFactorName,
  ): ChallengeResponder =>
  (answer) => {
    const selection = authSessions.findAnswered(answer, 'SELECT_CHALLENGE');
    const account = readCurrentAccount(users, selection.signIn.account);
    const signIn = withDevice({ ...selection.signIn, account }, answer);
    const answerName = chosen ?? answer.responses.ANSWER;
    const factor = firstFactorsOf(signIn).find(({ name }) => name === answerName);
    if (factor === undefined) throw invalidParameter('The selected challenge is not available.');
    return factor.issueChallenge(signIn, { parameters: answer.responses, selection });
  };
