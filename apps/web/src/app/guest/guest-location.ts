import { z } from 'zod';
import { paths } from '#config/paths.ts';
import { resumableStepSchema } from '#features/auth/sign-in/sign-in-step.ts';

// Kept in the history entry instead of the URL, so that no link can choose the redirect after a sign-in.
const guestLocationSchema = z
  .object({
    returnTo: z.string().optional(),
    email: z.string().optional(),
    step: resumableStepSchema.optional(),
  })
  .catch({});

/** State that the guest pages pass to each other. */
export type GuestLocation = z.infer<typeof guestLocationSchema>;

export const readGuestLocation = (state: unknown): GuestLocation => guestLocationSchema.parse(state);

export const returnPathOf = (state: unknown): string => readGuestLocation(state).returnTo ?? paths.files;
