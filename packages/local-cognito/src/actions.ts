import type { Action } from './action.ts';
import { createChangePassword } from './actions/change-password.ts';
import { createCompleteWebAuthnRegistration } from './actions/complete-web-authn-registration.ts';
import { createConfirmForgotPassword } from './actions/confirm-forgot-password.ts';
import { createConfirmSignUp } from './actions/confirm-sign-up.ts';
import { createDeleteUser } from './actions/delete-user.ts';
import { createDeleteWebAuthnCredential } from './actions/delete-web-authn-credential.ts';
import { createForgotPassword } from './actions/forgot-password.ts';
import { createGetTokensFromRefreshToken } from './actions/get-tokens-from-refresh-token.ts';
import { createGetUser } from './actions/get-user.ts';
import { createGlobalSignOut } from './actions/global-sign-out.ts';
import { createInitiateAuth } from './actions/initiate-auth.ts';
import { createListWebAuthnCredentials } from './actions/list-web-authn-credentials.ts';
import { createResendConfirmationCode } from './actions/resend-confirmation-code.ts';
import { createRespondToAuthChallenge } from './actions/respond-to-auth-challenge.ts';
import { createRevokeToken } from './actions/revoke-token.ts';
import { createSignUp } from './actions/sign-up.ts';
import { createStartWebAuthnRegistration } from './actions/start-web-authn-registration.ts';
import { createSignInFlows } from './sign-in/sign-in-flows.ts';
import type { UserPool } from './user-pool.ts';

/** Every action that the server knows, by the name that follows the dot in `x-amz-target`. */
export const createActions = (pool: UserPool): ReadonlyMap<string, Action> => {
  const { flows, responders } = createSignInFlows(pool);

  return new Map(
    Object.entries({
      ChangePassword: createChangePassword(pool),
      CompleteWebAuthnRegistration: createCompleteWebAuthnRegistration(pool),
      ConfirmForgotPassword: createConfirmForgotPassword(pool),
      ConfirmSignUp: createConfirmSignUp(pool),
      DeleteUser: createDeleteUser(pool),
      DeleteWebAuthnCredential: createDeleteWebAuthnCredential(pool),
      ForgotPassword: createForgotPassword(pool),
      GetTokensFromRefreshToken: createGetTokensFromRefreshToken(pool),
      GetUser: createGetUser(pool),
      GlobalSignOut: createGlobalSignOut(pool),
      InitiateAuth: createInitiateAuth(pool, flows),
      ListWebAuthnCredentials: createListWebAuthnCredentials(pool),
      ResendConfirmationCode: createResendConfirmationCode(pool),
      RespondToAuthChallenge: createRespondToAuthChallenge(pool, responders),
      RevokeToken: createRevokeToken(pool),
      SignUp: createSignUp(pool),
      StartWebAuthnRegistration: createStartWebAuthnRegistration(pool),
    }),
  );
};
