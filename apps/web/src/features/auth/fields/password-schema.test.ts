import { describe, expect, test } from 'vitest';
import { newPasswordSchema } from './password-schema.ts';

const messagesOf = (password: string) =>
  newPasswordSchema.safeParse(password).error?.issues.map(({ message }) => message);

describe('a new password', () => {
  test.each(['Correct-horse-9', 'Äpfel und Birnen, 1', 'aB3=aB3=', '🎉🎉Aa1+aaaa'])(
    'may be %j',
    (password) => {
      expect(newPasswordSchema.parse(password)).toBe(password);
    },
  );

  test.each([
    [
      'short',
      'Your password still needs at least 8 characters, an uppercase letter, a number, and a symbol.',
    ],
    ['Correct-horse', 'Your password still needs a number.'],
    ['correct-horse-9', 'Your password still needs an uppercase letter.'],
    ['CORRECT-HORSE-9', 'Your password still needs a lowercase letter.'],
    ['CorrectHorse9', 'Your password still needs a symbol.'],
    [' Correct-horse-9', 'A password cannot begin or end with a space.'],
    [`Aa1-${'x'.repeat(253)}`, 'This password is too long: 256 characters at most.'],
  ])('is rejected with the rule that it breaks: %j', (password, message) => {
    expect(messagesOf(password)).toEqual([message]);
  });
});
