import { expect, test } from 'vitest';
import { explainAuthError } from './explain-auth-error.ts';

const errorOf = (name: string, message = 'a message that may change') =>
  Object.assign(new Error(message), { name });

test('gives the same message for an unknown address and a wrong password', () => {
  const unknown = explainAuthError(errorOf('UserNotFoundException'));
  const wrong = explainAuthError(errorOf('NotAuthorizedException', 'Incorrect username or password.'));

  expect(unknown).toEqual(wrong);
});

test('distinguishes a lockout from a wrong password', () => {
  const lockout = explainAuthError(errorOf('NotAuthorizedException', 'Password attempts exceeded'));

  expect(lockout.message).toMatch(/^Too many attempts/);
});

test.each([
  ['UsernameExistsException', 'email'],
  ['InvalidPasswordException', 'password'],
  ['CodeMismatchException', 'code'],
  ['ExpiredCodeException', 'code'],
])('%s sets the error of the field "%s"', (name, field) => {
  expect(Object.keys(explainAuthError(errorOf(name)).fields ?? {})).toEqual([field]);
});

test.each([
  ['NotAuthorizedException', 'Invalid session for the user.', /Start again/],
  ['NotAuthorizedException', 'User is disabled.', /This account is disabled/],
  [
    'NotAuthorizedException',
    'Temporary password has expired and must be reset',
    /temporary password has expired/,
  ],
  ['ForbiddenException', 'Request not allowed due to WAF block.', /from your network/],
])('explains %s with the message "%s"', (name, text, message) => {
  expect(explainAuthError(errorOf(name, text)).message).toMatch(message);
});

test('shows every message in the only field of a form', () => {
  expect(explainAuthError(errorOf('NetworkError'), 'email')).toEqual({
    fields: { email: expect.stringMatching(/cannot be reached/) },
  });
  expect(explainAuthError(errorOf('CodeMismatchException'), 'password')).toEqual({
    fields: { password: expect.stringMatching(/code is incorrect/) },
  });
});

test.each([
  ['LimitExceededException', 'Attempt limit exceeded, please try after some time.', /^Too many attempts/],
  ['TooManyRequestsException', 'Rate exceeded', /^Too many attempts/],
  ['ForbiddenException', 'Request not allowed due to WAF block.', /^Too many requests .* network/],
])('explains the quota behind %s in the field', (name, text, message) => {
  expect(explainAuthError(errorOf(name, text), 'email')).toEqual({
    fields: { email: expect.stringMatching(message) },
  });
});

test('does not report an outage as a wrong password', () => {
  expect(explainAuthError(errorOf('NetworkError')).message).toMatch(/cannot be reached/);
});

test.each(['SomethingNew', 'constructor', '__proto__'])(
  'has a general message for the unknown error %s',
  (name) => {
    expect(explainAuthError(errorOf(name)).message).toMatch(/^Something went wrong/);
  },
);
