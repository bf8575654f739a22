import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { softwareTokenMfaNotFound } from '../errors.ts';
import { findMfaSetup, tokenOrSession } from '../mfa/mfa-setup-session.ts';
import { session, token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token.optional(), Session: session.optional() });

type Dependencies = Pick<
  UserPool,
  'settings' | 'authenticate' | 'authSessions' | 'softwareTokens' | 'secondFactors' | 'users'
>;

/** Gives the secret of a new authenticator app to who is signed in, or has to set up MFA to sign in. */
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
    const { signIn, useUp } = findMfaSetup(pool, credential.session);
    useUp();
    return {
      SecretCode: pool.softwareTokens.associate(signIn.account.sub),
      Session: pool.authSessions.open(signIn, { MFA_SETUP: { hasVerifiedSoftwareToken: false } }),
    };
  });
