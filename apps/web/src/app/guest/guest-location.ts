import { z } from 'zod/mini';
import { paths } from '#config/paths.ts';
import { resumableStepSchema } from '#features/auth/sign-in/sign-in-step.ts';

// Kept in the history entry instead of the URL, so that no link can choose the redirect after a sign-in.
const guestLocationSchema = z.catch(
  z.object({
    returnTo: z.optional(z.string()),
    email: z.optional(z.string()),
    step: z.optional(resumableStepSchema),
  }),
  {},
);

/** State that the guest pages pass to each other. */
export type GuestLocation = z.infer<typeof guestLocationSchema>;

export const readGuestLocation = (state: unknown): GuestLocation => guestLocationSchema.parse(state);

export const returnPathOf = (state: unknown): string => readGuestLocation(state).returnTo ?? paths.files;
