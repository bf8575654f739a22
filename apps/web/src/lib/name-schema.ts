import { z } from 'zod/mini';

/** The name of a person. */
export const nameSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'Enter your name.'),
    z.maxLength(100, 'This name is too long: 100 characters at most.'),
  );
