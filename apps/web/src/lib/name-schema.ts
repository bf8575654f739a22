import { z } from 'zod';

/** The name of a person. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, 'Enter your name.')
  .max(100, 'This name is too long: 100 characters at most.');
