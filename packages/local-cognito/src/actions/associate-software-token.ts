import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { softwareTokenMfaNotFound } from '../errors.ts';
import { findMfaSetup, tokenOrSession } from '../mfa/mfa-setup-session.ts';
import type { SecondFactors } from '../mfa/second-factors.ts';
import type { SoftwareTokens } from '../mfa/software-tokens.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { AuthSessions } from '../sign-in/auth-sessions.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { session, token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token.optional(), Session: session.optional() });

type Dependencies = {
  settings: PoolSettings;
  authenticate: Authenticate;
  authSessions: AuthSessions;
  softwareTokens: SoftwareTokens;
  secondFactors: SecondFactors;
  users: UserRepository;
};

/** Returns the secret of a new authenticator app to a user who is signed in or must set up MFA to sign in. */
export const createAssociateSoftwareToken = (pool: Dependencies): Action =>
  defineAction(requestSchema, async (request) => {
    const { mfaConfiguration, enabledMfas } = pool.settings;
    if (mfaConfiguration === 'OFF' || !enabledMfas.includes('SOFTWARE_TOKEN_MFA')) {
      throw softwareTokenMfaNotFound();
    }
    const credential = tokenOrSession(request);
    if ('accessToken' in credential) {
      const { sub } = await pool.authenticate(credential.accessToken);
      return { SecretCode: pool.softwareTokens.associate(sub) };
    }
    const { signIn, consume } = findMfaSetup(pool, credential.session);
    consume();
    return {
      SecretCode: pool.softwareTokens.associate(signIn.account.sub),
      Session: pool.authSessions.open(signIn, { MFA_SETUP: { hasVerifiedSoftwareToken: false } }),
    };
  });
