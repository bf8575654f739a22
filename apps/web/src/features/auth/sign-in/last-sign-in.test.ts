import { expect, test } from 'vitest';
import { parseLastSignIn } from './last-sign-in.ts';

test.each([
  ['passkey', { way: 'passkey', provider: undefined }],
  ['password', { way: 'password', provider: undefined }],
  ['email-code', { way: 'email-code', provider: undefined }],
  ['provider:Google', { way: undefined, provider: 'Google' }],
  ['sms', { way: undefined, provider: undefined }],
  [null, { way: undefined, provider: undefined }],
])('reads %o as %o', (stored, last) => {
  expect(parseLastSignIn(stored)).toEqual(last);
});
