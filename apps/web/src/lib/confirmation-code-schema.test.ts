import { expect, test } from 'vitest';
import { confirmationCodeSchema } from './confirmation-code-schema.ts';

test.each(['123456', ' 123456 ', '123 456', '123-456', '123456\n'])('accepts a code pasted as %j', (code) => {
  expect(confirmationCodeSchema.parse(code)).toBe('123456');
});

test.each(['', '12345', '1234567', '12345a', '１２３４５６'])('rejects %j', (code) => {
  expect(confirmationCodeSchema.safeParse(code).success).toBe(false);
});
