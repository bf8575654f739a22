import { invalidParameter } from '../errors.ts';
import type { ChallengeResponder } from './auth-flow.ts';
import type { AuthSessions } from './auth-sessions.ts';
import { onDevice } from './begin-sign-in.ts';
import type { AvailableFactors, FirstFactorName } from './first-factors.ts';

/**
 * The challenge SELECT_CHALLENGE: goes on with the first factor that the user has chosen, or, for PASSWORD and
 * PASSWORD_SRP, which are challenges of their own as well, with that one.
 */
export const createSelectChallenge =
  (
    authSessions: AuthSessions,
    availableFactors: AvailableFactors,
    chosen?: FirstFactorName,
  ): ChallengeResponder =>
  (answer) => {
    const selection = authSessions.findAnswered(answer, 'SELECT_CHALLENGE');
    const signIn = onDevice(selection.signIn, answer);
    const answerName = chosen ?? answer.responses.ANSWER;
    const factor = availableFactors(signIn.account).find(({ name }) => name === answerName);
    if (factor === undefined) throw invalidParameter('The selected challenge is not available.');
    return factor.pose(signIn, { parameters: answer.responses, selection });
  };
