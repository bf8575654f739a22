import type { FormProblem } from './use-form.ts';

// An unknown address and a wrong password give the same message, so that nobody can find out who has an account.
const wrongCredentials = 'Incorrect email or password.';
const tooManyAttempts = 'Too many attempts. Wait a few minutes, then try again.';
const notReachable = 'The sign-in service cannot be reached. Check your connection and try again.';

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
    UnsupportedSignInStepError: {
      message: 'This account requires a sign-in step that this app does not support.',
    },
    NetworkError: { message: notReachable },
    InternalErrorException: { message: notReachable },
  }),
);

/** Cognito locks an account after five wrong passwords; only the message distinguishes that from a wrong password. */
const isLockout = ({ name, message }: Error): boolean =>
  name === 'NotAuthorizedException' && message.startsWith('Password attempts exceeded');

/** Returns the message for an error of Cognito or Amplify. */
export const explainAuthError = (error: Error): FormProblem => {
  if (isLockout(error)) return { message: tooManyAttempts };
  return problemsByName.get(error.name) ?? { message: 'Something went wrong. Please try again.' };
};
