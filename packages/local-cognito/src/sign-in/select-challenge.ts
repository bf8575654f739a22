import { invalidParameter } from '../errors.ts';
import type { ChallengeResponder } from './auth-flow.ts';
import type { AuthSessions } from './auth-sessions.ts';
import { onDevice } from './begin-sign-in.ts';
import type { AvailableFactors } from './first-factors.ts';

/** The challenge SELECT_CHALLENGE: goes on with the first factor that the user has chosen. */
export const createSelectChallenge =
  (authSessions: AuthSessions, availableFactors: AvailableFactors): ChallengeResponder =>
  (answer) => {
    const selection = authSessions.findAnswered(answer, 'SELECT_CHALLENGE');
    const signIn = onDevice(selection.signIn, answer);
    const factor = availableFactors(signIn.account).find(({ name }) => name === answer.responses.ANSWER);
    if (factor === undefined) throw invalidParameter('The selected challenge is not available.');
    return factor.pose(signIn, { parameters: answer.responses, selection });
  };
