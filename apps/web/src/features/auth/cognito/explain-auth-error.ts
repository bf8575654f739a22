import type { FormProblem } from '#lib/use-form.ts';

// An unknown address and a wrong password read the same, so that nobody can learn who has an account.
const wrongCredentials = 'Incorrect email or password.';
const tooManyAttempts = 'Too many attempts. Wait a few minutes, then try again.';
const notReachable = 'The sign-in service cannot be reached. Check your connection and try again.';

// The names of Cognito's API reference and of Amplify, never their texts, which may change.
const problemsByName = new Map<string, FormProblem>(
  Object.entries({
    NotAuthorizedException: { message: wrongCredentials },
    UserNotFoundException: { message: wrongCredentials },
    UsernameExistsException: {
      fields: { email: 'There is already an account with this email address. Sign in instead.' },
    },
    AliasExistsException: { message: 'Another account has confirmed this email address already.' },
    InvalidPasswordException: { fields: { password: 'This password does not meet the rules.' } },
    PasswordHistoryPolicyViolationException: {
      fields: { password: 'You have used this password before. Choose another one.' },
    },
    CodeMismatchException: { fields: { code: 'This code is not right. Check it, or ask for a new one.' } },
    ExpiredCodeException: { fields: { code: 'This code has expired. Ask for a new one.' } },
    CodeDeliveryFailureException: { message: 'The code could not be sent. Try again in a moment.' },
    LimitExceededException: { message: tooManyAttempts },
    TooManyFailedAttemptsException: { message: tooManyAttempts },
    TooManyRequestsException: { message: tooManyAttempts },
    UnsupportedSignInStepError: {
      message: 'This account asks for a further step that this app does not offer.',
    },
    NetworkError: { message: notReachable },
    InternalErrorException: { message: notReachable },
  }),
);

/** Cognito locks an account after five wrong passwords, and only the text tells it from a wrong password. */
const isLockout = ({ name, message }: Error): boolean =>
  name === 'NotAuthorizedException' && message.startsWith('Password attempts exceeded');

/** What to tell a person about an error of Cognito or Amplify. */
export const explainAuthError = (error: Error): FormProblem => {
  if (isLockout(error)) return { message: tooManyAttempts };
  return problemsByName.get(error.name) ?? { message: 'Something went wrong. Please try again.' };
};
