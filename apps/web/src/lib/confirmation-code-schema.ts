import { z } from 'zod';

/** A six-digit code; ignores the spaces and dashes that mail programs add. */
export const confirmationCodeSchema = z
  .string()
  .transform((code) => code.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Enter the six digits of the code.'));
