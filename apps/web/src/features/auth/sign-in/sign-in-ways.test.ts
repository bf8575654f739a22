import { expect, test } from 'vitest';
import { orderWays } from './sign-in-ways.ts';

const challenges = ['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP', 'WEB_AUTHN', 'SMS_OTP'];

test('offers a passkey before the password, and a code by email last', () => {
  expect(orderWays(challenges, undefined)).toEqual(['passkey', 'password', 'email-code']);
});

test('offers the way that this browser used last first', () => {
  expect(orderWays(challenges, 'email-code')).toEqual(['email-code', 'passkey', 'password']);
});

test('offers no way that Cognito does not offer the account', () => {
  expect(orderWays(['PASSWORD', 'PASSWORD_SRP'], 'passkey')).toEqual(['password']);
});
