import { expect, test } from 'vitest';
import { nextSignInStep } from './next-sign-in-step.ts';

test.each([
  ['signed-in', 'guest-page', 'enter'],
  ['unconfirmed', 'guest-page', 'confirm-email'],
  ['reset-required', 'guest-page', 'reset-password'],
  ['failed', 'guest-page', 'sign-in'],
  ['cancelled', 'guest-page', 'sign-in'],
  ['signed-in', 'dialog', 'enter'],
  ['unconfirmed', 'dialog', 'sign-out'],
  ['reset-required', 'dialog', 'sign-out'],
  ['failed', 'dialog', 'sign-out'],
  ['cancelled', 'dialog', 'sign-out'],
] as const)('a sign-in that ends as "%s" on a %s leads to "%s"', (result, place, step) => {
  expect(nextSignInStep(result, place)).toBe(step);
});
