import { z } from 'zod';

const base64url = z
  .string()
  .min(1)
  .regex(/^[\w-]+$/);

const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
};

/** The fields of RegistrationResponseJSON (WebAuthn Level 3) that are read. */
export const registrationSchema = z.object({
  ...credential,
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(32)).max(16).default([]),
  }),
});

/** The browser's credential for a new passkey. */
export type RegistrationCredential = z.output<typeof registrationSchema>;

/** The fields of AuthenticationResponseJSON (WebAuthn Level 3) that are read. */
export const assertionSchema = z.object({
  ...credential,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});

/** The browser's credential for a sign-in with a passkey. */
export type AssertionCredential = z.output<typeof assertionSchema>;
