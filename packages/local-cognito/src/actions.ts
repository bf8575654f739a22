import type { Action } from './action.ts';
import { createChangePassword } from './actions/change-password.ts';
import { createConfirmForgotPassword } from './actions/confirm-forgot-password.ts';
import { createConfirmSignUp } from './actions/confirm-sign-up.ts';
import { createDeleteUser } from './actions/delete-user.ts';
import { createDeleteUserAttributes } from './actions/delete-user-attributes.ts';
import { createForgotPassword } from './actions/forgot-password.ts';
import { createGetTokensFromRefreshToken } from './actions/get-tokens-from-refresh-token.ts';
import { createGetUser } from './actions/get-user.ts';
import { createGetUserAttributeVerificationCode } from './actions/get-user-attribute-verification-code.ts';
import { createGlobalSignOut } from './actions/global-sign-out.ts';
import { createInitiateAuth } from './actions/initiate-auth.ts';
import { createResendConfirmationCode } from './actions/resend-confirmation-code.ts';
import { createRespondToAuthChallenge } from './actions/respond-to-auth-challenge.ts';
import { createRevokeToken } from './actions/revoke-token.ts';
import { createSignUp } from './actions/sign-up.ts';
import { createUpdateUserAttributes } from './actions/update-user-attributes.ts';
import { createVerifyUserAttribute } from './actions/verify-user-attribute.ts';
import { createAdminActions } from './admin-actions.ts';
import { createSignInFlows } from './sign-in/sign-in-flows.ts';
import type { UserPool } from './user-pool.ts';

/** Every action that the server knows, by the name that follows the dot in `x-amz-target`. */
export const createActions = (pool: UserPool): ReadonlyMap<string, Action> => {
  const { flows, responders } = createSignInFlows(pool);

  return new Map(
    Object.entries({
      ...createAdminActions(pool),
      ChangePassword: createChangePassword(pool),
      ConfirmForgotPassword: createConfirmForgotPassword(pool),
      ConfirmSignUp: createConfirmSignUp(pool),
      DeleteUser: createDeleteUser(pool),
      DeleteUserAttributes: createDeleteUserAttributes(pool),
      ForgotPassword: createForgotPassword(pool),
      GetTokensFromRefreshToken: createGetTokensFromRefreshToken(pool),
      GetUser: createGetUser(pool),
      GetUserAttributeVerificationCode: createGetUserAttributeVerificationCode(pool),
      GlobalSignOut: createGlobalSignOut(pool),
      InitiateAuth: createInitiateAuth(pool, flows),
      ResendConfirmationCode: createResendConfirmationCode(pool),
      RespondToAuthChallenge: createRespondToAuthChallenge(pool, responders),
      RevokeToken: createRevokeToken(pool),
      SignUp: createSignUp(pool),
      UpdateUserAttributes: createUpdateUserAttributes(pool),
      VerifyUserAttribute: createVerifyUserAttribute(pool),
    }),
  );
};
