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

  test.each(['short', 'Correct-horse', 'correct-horse-9', 'CORRECT-HORSE-9', 'CorrectHorse9'])(
    'is rejected if it misses a rule of the list: %j',
    (password) => {
      expect(messagesOf(password)).toEqual(['This password does not meet every rule below.']);
    },
  );

  test.each([
    [' Correct-horse-9', 'A password cannot begin or end with a space.'],
    [`Aa1-${'x'.repeat(253)}`, 'This password is too long: 256 characters at most.'],
  ])('is rejected with the rule that no list names: %j', (password, message) => {
    expect(messagesOf(password)).toEqual([message]);
  });
});
