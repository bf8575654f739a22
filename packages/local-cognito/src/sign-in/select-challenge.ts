import { invalidParameter } from '../errors.ts';
import { type Account, accountOf } from '../users/accounts.ts';
import type { UserRepository } from '../users/user-repository.ts';
import type { ChallengeResponder, FirstFactorName } from './auth-flow.ts';
import type { AuthSessions } from './auth-sessions.ts';
import { onDevice } from './begin-sign-in.ts';
import type { AvailableFactors } from './first-factors.ts';

/**
 * The account as it is by now. Who has been disabled or deleted since the first step becomes a name that nobody
 * holds: a refusal of its own would tell that there was such a user.
 */
const readAnew = (users: UserRepository, account: Account): Account => {
  if (account.user === undefined) return account;
  const user = users.findBySub(account.sub);
  return user?.isEnabled ? accountOf(user) : { ...account, user: undefined };
};

/**
 * The challenge SELECT_CHALLENGE: goes on with the first factor that the user has chosen, or, for PASSWORD and
 * PASSWORD_SRP, which are challenges of their own as well, with that one.
 */
export const createSelectChallenge =
  (
    { authSessions, users }: { authSessions: AuthSessions; users: UserRepository },
    availableFactors: AvailableFactors,
    chosen?: FirstFactorName,
  ): ChallengeResponder =>
  (answer) => {
    const selection = authSessions.findAnswered(answer, 'SELECT_CHALLENGE');
    const account = readAnew(users, selection.signIn.account);
    const signIn = onDevice({ ...selection.signIn, account }, answer);
    const answerName = chosen ?? answer.responses.ANSWER;
    const factor = availableFactors(account).find(({ name }) => name === answerName);
    if (factor === undefined) throw invalidParameter('The selected challenge is not available.');
    return factor.pose(signIn, { parameters: answer.responses, selection });
  };
