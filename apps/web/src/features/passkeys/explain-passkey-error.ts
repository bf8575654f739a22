import { explainAuthError } from '#lib/explain-auth-error.ts';

// Names of Amplify's PasskeyErrorCode and of Cognito's API reference.
const messages: Readonly<Record<string, string>> = {
  PasskeyNotSupported: 'This browser does not support passkeys. Try another browser or device.',
  PasskeyAlreadyExists: 'This device already has a passkey for your account.',
  PasskeyRegistrationCanceled: 'No passkey was added: the request was cancelled or timed out.',
  PasskeyOperationAborted: 'No passkey was added: the request was cancelled or timed out.',
  LimitExceededException: 'You have as many passkeys as possible. Remove one first.',
  WebAuthnNotEnabledException: 'Passkeys are turned off for this app.',
  WebAuthnConfigurationMissingException: 'Passkeys are turned off for this app.',
  WebAuthnCredentialNotSupportedException: 'This passkey cannot be used here. Try another device.',
  ResourceNotFoundException: 'This passkey was already removed.',
};

/** Returns the message for a passkey that could not be added or removed. */
export const explainPasskeyError = (error: Error): string | undefined =>
  messages[error.name] ?? explainAuthError(error).message;
