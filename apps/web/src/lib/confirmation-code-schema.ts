import { z } from 'zod/mini';

const createCodeSchema = (pattern: RegExp, message: string) =>
  z.string().check(
    z.overwrite((code) => code.replace(/[\s-]/g, '')),
    z.regex(pattern, message),
  );

/** A six-digit code; ignores the spaces and dashes that mail programs add. */
export const confirmationCodeSchema = createCodeSchema(/^\d{6}$/, 'Enter the six digits of the code.');

/** A code of a sign-in: six digits as a second factor, eight as the only one. */
export const signInCodeSchema = createCodeSchema(/^\d{6,8}$/, 'Enter all digits of the code.');
