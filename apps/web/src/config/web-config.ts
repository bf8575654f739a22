import { identityProviderSchema } from '@share-my-files/contract';
import { z } from 'zod';

const oauthSchema = z.object({
  /** Host and port of the pool's OAuth 2.0 endpoints, without a scheme: Amplify adds `https`. */
  domain: z.string().min(1),
  /** Identity providers that users can sign in with instead of a password. */
  providers: z.array(identityProviderSchema).min(1),
  /** A page to accept the domain's self-signed certificate on; local development only. */
  certificateUrl: z.url().optional(),
});

/** The settings of an environment, served as `/config.json` beside the app. */
export const webConfigSchema = z.object({
  cognito: z.object({
    userPoolId: z.string().min(1),
    userPoolClientId: z.string().min(1),
    userPoolEndpoint: z.url().optional(),
    oauth: oauthSchema.optional(),
  }),
  /** Optional: enables profile pictures, which the browser writes to the bucket itself. */
  identityPool: z
    .object({
      region: z.string().min(1),
      identityPoolId: z.string().min(1),
      identityPoolEndpoint: z.url().optional(),
      bucket: z.string().min(3),
      s3Endpoint: z.url().optional(),
    })
    .optional(),
  /** Whether people can create accounts themselves; otherwise an administrator adds them. */
  selfSignUp: z.boolean().default(true),
  mailboxUrl: z.url().optional(),
});

export type WebConfig = z.infer<typeof webConfigSchema>;

export const loadWebConfig = async (): Promise<WebConfig> => {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`/config.json returned status ${response.status}.`);
  const config = webConfigSchema.safeParse(await response.json());
  if (!config.success) throw new Error(`/config.json is not valid. ${z.prettifyError(config.error)}`);
  return config.data;
};
