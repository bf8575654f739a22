import { expect, test } from 'vitest';
import { explainAuthError } from './explain-auth-error.ts';

const errorOf = (name: string, message = 'a text that may change') =>
  Object.assign(new Error(message), { name });

test('an unknown address and a wrong password read the same', () => {
  const unknown = explainAuthError(errorOf('UserNotFoundException'));
  const wrong = explainAuthError(errorOf('NotAuthorizedException', 'Incorrect username or password.'));

  expect(unknown).toEqual(wrong);
});

test('a lockout is told apart from a wrong password', () => {
  const lockout = explainAuthError(errorOf('NotAuthorizedException', 'Password attempts exceeded'));

  expect(lockout.message).toMatch(/^Too many attempts/);
});

test.each([
  ['UsernameExistsException', 'email'],
  ['InvalidPasswordException', 'password'],
  ['CodeMismatchException', 'code'],
  ['ExpiredCodeException', 'code'],
])('%s is told in the field "%s"', (name, field) => {
  expect(Object.keys(explainAuthError(errorOf(name)).fields ?? {})).toEqual([field]);
});

test('an outage is not called a wrong password', () => {
  expect(explainAuthError(errorOf('NetworkError')).message).toMatch(/cannot be reached/);
});

test.each(['SomethingNew', 'constructor', '__proto__'])('says so when %s is not known', (name) => {
  expect(explainAuthError(errorOf(name)).message).toMatch(/^Something went wrong/);
});
