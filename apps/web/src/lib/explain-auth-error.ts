import { explainError } from './explained-error.ts';
import type { FormProblem } from './use-form.ts';

// An unknown address and a wrong password give the same message, so that nobody can find out who has an account.
const wrongCredentials = 'Incorrect email or password. Check both, or choose another way to sign in.';
const tooManyAttempts = 'Too many attempts. Wait a few minutes, then try again.';
const notReachable = 'The sign-in service cannot be reached. Check your connection and try again.';
const passkeyNotUsed = 'No passkey was used. Try again, or choose another way to sign in.';

// Error names of Cognito's API reference and of Amplify. Their messages may change.
const problemsByName = new Map<string, FormProblem>(
  Object.entries({
    NotAuthorizedException: { message: wrongCredentials },
    UserNotFoundException: { message: wrongCredentials },
    UsernameExistsException: {
      fields: { email: 'There is already an account with this email address. Sign in instead.' },
    },
    AliasExistsException: { message: 'Another account already uses this email address.' },
    InvalidPasswordException: { fields: { password: 'This password does not meet the rules.' } },
    PasswordHistoryPolicyViolationException: {
      fields: { password: 'You have used this password before. Choose another one.' },
    },
    CodeMismatchException: { fields: { code: 'This code is incorrect. Check it or request a new one.' } },
    EnableSoftwareTokenMFAException: {
      fields: { code: 'This code is incorrect. Check the time on your device, then enter the current code.' },
    },
    ExpiredCodeException: { fields: { code: 'This code has expired. Request a new one.' } },
    CodeDeliveryFailureException: { message: 'The code could not be sent. Try again in a moment.' },
    LimitExceededException: { message: tooManyAttempts },
    TooManyFailedAttemptsException: { message: tooManyAttempts },
    TooManyRequestsException: { message: tooManyAttempts },
    // AWS WAF in front of the pool.
    ForbiddenException: {
      message: 'Too many requests came from your network. Wait a few minutes, then try again.',
    },
    PasskeyAuthenticationCanceled: { message: passkeyNotUsed },
    PasskeyOperationAborted: { message: passkeyNotUsed },
    PasskeyRetrievalFailed: { message: passkeyNotUsed },
    PasskeyNotSupported: {
      message: 'This browser does not support passkeys. Choose another way to sign in.',
    },
    RelyingPartyMismatch: {
      message: 'Passkeys do not work at this address. Choose another way to sign in.',
    },
    // Amplify's name for an answer after the sign-in was given up, in this tab or by a reload.
    SignInException: { message: 'This sign-in is no longer valid. Start again.' },
    UnsupportedSignInStepError: {
      message: 'This account requires a sign-in step that this app does not support.',
    },
    NetworkError: { message: notReachable },
    InternalErrorException: { message: notReachable },
  }),
);

// Cognito uses one error name for all of these; only the beginning of the message distinguishes them.
const refusals: readonly (readonly [string, string])[] = [
  ['Password attempts exceeded', tooManyAttempts],
  ['Invalid session', 'This sign-in took too long or was used before. Start again.'],
  ['User is disabled', 'This account is disabled. Ask the operator of this service to enable it.'],
  [
    'Temporary password has expired',
    'Your temporary password has expired. Ask the person who created your account for a new one.',
  ],
];

const problemOf = (error: Error): FormProblem => {
  const { name, message } = error;
  const refusal =
    name === 'NotAuthorizedException' && refusals.find(([beginning]) => message.startsWith(beginning));
  if (refusal) return { message: refusal[1] };
  return problemsByName.get(name) ?? { message: explainError(error) };
};

/** Returns the message for an error of Cognito or Amplify; a form with one field shows each at that `field`. */
export const explainAuthError = (error: Error, field?: string): FormProblem => {
  const problem = problemOf(error);
  if (field === undefined) return problem;
  const [text = problem.message] = Object.values(problem.fields ?? {});
  return text === undefined ? problem : { fields: { [field]: text } };
};
