/** An error with Cognito's name and message. Clients branch on the name. */
export class CognitoError extends Error {
  readonly status: number;

  constructor(name: string, message: string, status = 400) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

/** A parameter is malformed or does not fit the pool or the state of the user. */
export const invalidParameter = (message: string) => new CognitoError('InvalidParameterException', message);

/** The caller is not authenticated or not allowed to do this. */
export const notAuthorized = (message: string) => new CognitoError('NotAuthorizedException', message);

/** The same error for a wrong password and an unknown user. */
export const incorrectUsernameOrPassword = () => notAuthorized('Incorrect username or password.');

/** The pool is not configured for the operation. */
export const operationNotEnabled = (message: string) =>
  new CognitoError('OperationNotEnabledException', message);

/** The client, device, session or pool does not exist. */
export const resourceNotFound = (message: string) => new CognitoError('ResourceNotFoundException', message);

/** The device does not belong to the user. Clients match this message and forget the device. */
export const deviceNotFound = () => resourceNotFound('Device does not exist.');

/**
 * The user does not exist. Reported only to clients with `LEGACY` existence errors, and to administrators.
 */
export const userNotFound = (message: string) => new CognitoError('UserNotFoundException', message);

/** The user name is taken. */
export const usernameExists = () => new CognitoError('UsernameExistsException', 'User already exists');

/** Another user signs in with the email address. */
export const aliasExists = () =>
  new CognitoError('AliasExistsException', 'An account with the given email already exists.');

/** The operation does not fit the state of the user. */
export const unsupportedUserState = (message: string) =>
  new CognitoError('UnsupportedUserStateException', message);

/** Another group has the name. */
export const groupExists = () =>
  new CognitoError('GroupExistsException', 'A group with the name already exists.');

/** The password is right, but the sign-up is unconfirmed. */
export const userNotConfirmed = () => new CognitoError('UserNotConfirmedException', 'User is not confirmed.');

/** The code differs from the pending one. */
export const codeMismatch = () =>
  new CognitoError('CodeMismatchException', 'Invalid verification code provided, please try again.');

/** The code of a sign-in is wrong. */
export const signInCodeMismatch = () =>
  new CognitoError('CodeMismatchException', 'Invalid code or auth state for the user.');

/** The session is unknown, used, or waiting for another challenge. */
export const invalidSession = () => notAuthorized('Invalid session for the user.');

/** The code of the authenticator app is right but was used before. */
export const softwareTokenUsed = () =>
  new CognitoError('ExpiredCodeException', 'Your software token has already been used once.');

/** The pool has not enabled authenticator apps. */
export const softwareTokenMfaNotFound = () =>
  new CognitoError(
    'SoftwareTokenMFANotFoundException',
    'Software Token MFA has not been enabled by the userPool.',
  );

/** No code is pending, or it has expired. */
export const expiredCode = () =>
  new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.');

/** Too many requests or wrong codes in the last hour. */
export const limitExceeded = () =>
  new CognitoError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');

/** The password violates the pool's policy. `reason` is the first rule that it breaks. */
export const invalidPassword = (reason: string) =>
  new CognitoError('InvalidPasswordException', `Password did not conform with policy: ${reason}`);

/** A rotated refresh token was used after its grace period. */
export const refreshTokenReuse = () =>
  new CognitoError('RefreshTokenReuseException', 'Refresh token reuse has been detected.');

/** The body is not the JSON that the action expects. */
export const serializationFailed = (message: string) => new CognitoError('SerializationException', message);

/** No action has this name. AWS sends no message; this one leads to what is missing here. */
export const unknownOperation = (name: string) =>
  new CognitoError('UnknownOperationException', `This server has no operation ${name}.`);

/** The pool has no threat protection. */
export const addOnNotEnabled = (userPoolId: string) =>
  new CognitoError(
    'UserPoolAddOnNotEnabledException',
    `Threat protection is not enabled for user pool ${userPoolId}.`,
  );

/** An administrator's request is unsigned. This is a common error of AWS APIs. */
export const missingSignature = () =>
  new CognitoError('MissingAuthenticationTokenException', 'Missing Authentication Token');
