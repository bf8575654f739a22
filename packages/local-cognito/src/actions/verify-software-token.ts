import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { CognitoError, softwareTokenMfaNotFound, softwareTokenUsed } from '../errors.ts';
import { findMfaSetup, tokenOrSession } from '../mfa/mfa-setup-session.ts';
import type { SecondFactors } from '../mfa/second-factors.ts';
import type { SoftwareTokens } from '../mfa/software-tokens.ts';
import type { AuthSessions } from '../sign-in/auth-sessions.ts';
import type { SignInLockout } from '../sign-in/sign-in-lockout.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { session, token } from './request-fields.ts';

const requestSchema = z.object({
  AccessToken: token.optional(),
  Session: session.optional(),
  UserCode: z
    .string()
    .length(6)
    .regex(/^[0-9]+$/),
});

type Dependencies = {
  authenticate: Authenticate;
  authSessions: AuthSessions;
  softwareTokens: SoftwareTokens;
  secondFactors: SecondFactors;
  secondFactorLockout: SignInLockout;
  users: UserRepository;
};

/** Checks the first code of a new authenticator app, which makes the app available as second factor. */
export const createVerifySoftwareToken = (pool: Dependencies): Action => {
  const { softwareTokens, secondFactorLockout } = pool;

  const verify = (sub: string, code: string): void => {
    if (!softwareTokens.isAssociated(sub)) throw softwareTokenMfaNotFound();
    secondFactorLockout.assertNotLocked(sub);
    const check = softwareTokens.useCode(sub, code);
    if (check === 'used') throw softwareTokenUsed();
    if (check === 'right') return;
    secondFactorLockout.recordFailure(sub);
    throw new CognitoError(
      'EnableSoftwareTokenMFAException',
      'Code mismatch and fail enable Software Token MFA',
    );
  };

  return defineAction(requestSchema, async ({ UserCode, ...request }) => {
    const credential = tokenOrSession(request);
    if ('accessToken' in credential) {
      const { sub } = await pool.authenticate(credential.accessToken);
      verify(sub, UserCode);
      return { Status: 'SUCCESS' };
    }
    const { signIn, consume } = findMfaSetup(pool, credential.session);
    verify(signIn.account.sub, UserCode);
    consume();
    const Session = pool.authSessions.open(signIn, { MFA_SETUP: { hasVerifiedSoftwareToken: true } });
    return { Status: 'SUCCESS', Session };
  });
};
