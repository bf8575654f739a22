/** A failure with the name and text that Cognito sends; clients branch on the name. */
export class CognitoError extends Error {
  readonly status: number;

  constructor(name: string, message: string, status = 400) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

/** A parameter is malformed, or does not fit the pool or the user's state. */
export const invalidParameter = (message: string) => new CognitoError('InvalidParameterException', message);

/** The caller has not proven who they are, or may not do this. */
export const notAuthorized = (message: string) => new CognitoError('NotAuthorizedException', message);

/** Wrong password and unknown user give the same answer. */
export const incorrectUsernameOrPassword = () => notAuthorized('Incorrect username or password.');

/** The named client, device or pool does not exist. */
export const resourceNotFound = (message: string) => new CognitoError('ResourceNotFoundException', message);

/** The device is not one of the user's; clients look for this text and forget the device. */
export const deviceNotFound = () => resourceNotFound('Device does not exist.');

/** The user does not exist; only pools with `LEGACY` existence errors say so. */
export const userNotFound = (message: string) => new CognitoError('UserNotFoundException', message);

/** The name asked for at sign-up is taken. */
export const usernameExists = () => new CognitoError('UsernameExistsException', 'User already exists');

/** The e-mail address is the sign-in name of somebody else. */
export const aliasExists = () =>
  new CognitoError('AliasExistsException', 'An account with the given email already exists.');

/** What is asked for does not fit the state of the user. */
export const unsupportedUserState = (message: string) =>
  new CognitoError('UnsupportedUserStateException', message);

/** The name asked for is that of another group. */
export const groupExists = () =>
  new CognitoError('GroupExistsException', 'A group with the name already exists.');

/** The password was right, but the sign-up was never confirmed. */
export const userNotConfirmed = () => new CognitoError('UserNotConfirmedException', 'User is not confirmed.');

/** A code is pending, and it is not this one. */
export const codeMismatch = () =>
  new CognitoError('CodeMismatchException', 'Invalid verification code provided, please try again.');

/** The code of a sign-in is wrong. */
export const signInCodeMismatch = () =>
  new CognitoError('CodeMismatchException', 'Invalid code or auth state for the user.');

/** The session is unknown, has served, or waits for something else. */
export const invalidSession = () => notAuthorized('Invalid session for the user.');

/** The code of an authenticator app was right, and has served before. */
export const softwareTokenUsed = () =>
  new CognitoError('ExpiredCodeException', 'Your software token has already been used once.');

/** The pool does not have authenticator apps as second factor. */
export const softwareTokenMfaNotFound = () =>
  new CognitoError(
    'SoftwareTokenMFANotFoundException',
    'Software Token MFA has not been enabled by the userPool.',
  );

/** No code is pending, or its time is up. */
export const expiredCode = () =>
  new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.');

/** Too many requests or wrong guesses in the last hour. */
export const limitExceeded = () =>
  new CognitoError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');

/** The password breaks the pool's policy; `reason` is the first rule that it breaks. */
export const invalidPassword = (reason: string) =>
  new CognitoError('InvalidPasswordException', `Password did not conform with policy: ${reason}`);

/** A refresh token was used again after it had been rotated and its grace period was over. */
export const refreshTokenReuse = () =>
  new CognitoError('RefreshTokenReuseException', 'Refresh token reuse has been detected.');

/** The body is not the JSON that the action expects. */
export const serializationFailed = (message: string) => new CognitoError('SerializationException', message);

/** No action of this name exists. */
export const unknownOperation = () => new CognitoError('UnknownOperationException', '');

/** The request is an administrator's, and has no signature: the common error of AWS's APIs. */
export const missingSignature = () =>
  new CognitoError('MissingAuthenticationTokenException', 'Missing Authentication Token');
