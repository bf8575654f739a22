import { createAdminInitiateAuth } from '../actions/admin-initiate-auth.ts';
import { createAdminRespondToAuthChallenge } from '../actions/admin-respond-to-auth-challenge.ts';
import { createAssociateSoftwareToken } from '../actions/associate-software-token.ts';
import { createChangePassword } from '../actions/change-password.ts';
import { createCompleteWebAuthnRegistration } from '../actions/complete-web-authn-registration.ts';
import { createConfirmDevice } from '../actions/confirm-device.ts';
import { createConfirmForgotPassword } from '../actions/confirm-forgot-password.ts';
import { createConfirmSignUp } from '../actions/confirm-sign-up.ts';
import { createDeleteUser } from '../actions/delete-user.ts';
import { createDeleteUserAttributes } from '../actions/delete-user-attributes.ts';
import { createDeleteWebAuthnCredential } from '../actions/delete-web-authn-credential.ts';
import { createForgetDevice } from '../actions/forget-device.ts';
import { createForgotPassword } from '../actions/forgot-password.ts';
import { createGetDevice } from '../actions/get-device.ts';
import { createGetTokensFromRefreshToken } from '../actions/get-tokens-from-refresh-token.ts';
import { createGetUser } from '../actions/get-user.ts';
import { createGetUserAttributeVerificationCode } from '../actions/get-user-attribute-verification-code.ts';
import { createGetUserAuthFactors } from '../actions/get-user-auth-factors.ts';
import { createGlobalSignOut } from '../actions/global-sign-out.ts';
import { createInitiateAuth } from '../actions/initiate-auth.ts';
import { createListDevices } from '../actions/list-devices.ts';
import { createListUserSessions } from '../actions/list-user-sessions.ts';
import { createListWebAuthnCredentials } from '../actions/list-web-authn-credentials.ts';
import { createResendConfirmationCode } from '../actions/resend-confirmation-code.ts';
import { createRespondToAuthChallenge } from '../actions/respond-to-auth-challenge.ts';
import { createRevokeToken } from '../actions/revoke-token.ts';
import { createRevokeUserSession } from '../actions/revoke-user-session.ts';
import { createSetUserMfaPreference } from '../actions/set-user-mfa-preference.ts';
import { createSignUp } from '../actions/sign-up.ts';
import { createStartWebAuthnRegistration } from '../actions/start-web-authn-registration.ts';
import { createUpdateDeviceStatus } from '../actions/update-device-status.ts';
import { createUpdateUserAttributes } from '../actions/update-user-attributes.ts';
import { createVerifySoftwareToken } from '../actions/verify-software-token.ts';
import { createVerifyUserAttribute } from '../actions/verify-user-attribute.ts';
import type { Action } from '../aws-json/action.ts';
import { createAdminActions } from './admin-actions.ts';
import { createSignInFlows } from './sign-in-flows.ts';
import type { UserPool } from './user-pool.ts';

/** The actions of the user pool by their name in `x-amz-target`. */
export const createActions = (pool: UserPool): ReadonlyMap<string, Action> => {
  const { flows, responders, firstFactors } = createSignInFlows(pool);

  return new Map(
    Object.entries({
      ...createAdminActions(pool),
      AdminInitiateAuth: createAdminInitiateAuth(pool, flows),
      AdminRespondToAuthChallenge: createAdminRespondToAuthChallenge(pool, responders),
      AssociateSoftwareToken: createAssociateSoftwareToken(pool),
      ChangePassword: createChangePassword(pool),
      CompleteWebAuthnRegistration: createCompleteWebAuthnRegistration(pool),
      ConfirmDevice: createConfirmDevice(pool),
      ConfirmForgotPassword: createConfirmForgotPassword(pool),
      ConfirmSignUp: createConfirmSignUp(pool),
      DeleteUser: createDeleteUser(pool),
      DeleteUserAttributes: createDeleteUserAttributes(pool),
      DeleteWebAuthnCredential: createDeleteWebAuthnCredential(pool),
      ForgetDevice: createForgetDevice(pool),
      ForgotPassword: createForgotPassword(pool),
      GetDevice: createGetDevice(pool),
      GetTokensFromRefreshToken: createGetTokensFromRefreshToken(pool),
      GetUser: createGetUser(pool),
      GetUserAttributeVerificationCode: createGetUserAttributeVerificationCode(pool),
      GetUserAuthFactors: createGetUserAuthFactors(pool, firstFactors),
      GlobalSignOut: createGlobalSignOut(pool),
      InitiateAuth: createInitiateAuth(pool, flows),
      ListDevices: createListDevices(pool),
      ListUserSessions: createListUserSessions(pool),
      ListWebAuthnCredentials: createListWebAuthnCredentials(pool),
      ResendConfirmationCode: createResendConfirmationCode(pool),
      RespondToAuthChallenge: createRespondToAuthChallenge(pool, responders),
      RevokeToken: createRevokeToken(pool),
      RevokeUserSession: createRevokeUserSession(pool),
      SetUserMFAPreference: createSetUserMfaPreference(pool),
      SignUp: createSignUp(pool),
      StartWebAuthnRegistration: createStartWebAuthnRegistration(pool),
      UpdateDeviceStatus: createUpdateDeviceStatus(pool),
      UpdateUserAttributes: createUpdateUserAttributes(pool),
      VerifySoftwareToken: createVerifySoftwareToken(pool),
      VerifyUserAttribute: createVerifyUserAttribute(pool),
    }),
  );
};
