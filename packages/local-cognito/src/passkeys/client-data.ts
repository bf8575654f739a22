import { z } from 'zod';

const clientDataSchema = z.object({
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().default(false),
});

/** What the browser says of the page that asked; gives undefined when it says nothing that can be read. */
export const readClientData = (clientDataJSON: string): z.output<typeof clientDataSchema> | undefined => {
  try {
    return clientDataSchema.parse(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()));
  } catch {
    return undefined;
  }
};
