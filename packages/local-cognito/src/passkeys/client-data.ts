import { z } from 'zod';

const clientDataSchema = z.object({
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().default(false),
});

/** Parses the client data of a credential. Returns undefined if it is invalid. */
export const readClientData = (clientDataJSON: string): z.output<typeof clientDataSchema> | undefined => {
  try {
    return clientDataSchema.parse(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()));
  } catch {
    return undefined;
  }
};
