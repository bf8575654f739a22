import { identityProviderSchema } from '@share-my-files/contract';
import { z } from 'zod/mini';

const oauthSchema = z.object({
  /** Host and port of the pool's OAuth 2.0 endpoints, without a scheme: Amplify adds `https`. */
  domain: z.string().check(z.minLength(1)),
  /** Identity providers that users can sign in with instead of a password. */
  providers: z.array(identityProviderSchema).check(z.minLength(1)),
  /** A page to accept the domain's self-signed certificate on; local development only. */
  certificateUrl: z.optional(z.url()),
});

const demoPersonSchema = z.object({ name: z.string(), email: z.string(), password: z.string() });

/** A person of `pnpm dev --demo`. */
export type DemoPerson = z.infer<typeof demoPersonSchema>;

/** The settings of an environment, served as `/config.json` beside the app. */
export const webConfigSchema = z.object({
  cognito: z.object({
    userPoolId: z.string().check(z.minLength(1)),
    userPoolClientId: z.string().check(z.minLength(1)),
    userPoolEndpoint: z.optional(z.url()),
    oauth: z.optional(oauthSchema),
  }),
  /** Optional: enables profile pictures, which the browser writes to the bucket itself. */
  identityPool: z.optional(
    z.object({
      region: z.string().check(z.minLength(1)),
      identityPoolId: z.string().check(z.minLength(1)),
      identityPoolEndpoint: z.optional(z.url()),
      bucket: z.string().check(z.minLength(3)),
      s3Endpoint: z.optional(z.url()),
    }),
  ),
  /** Whether people can create accounts themselves; otherwise an administrator adds them. */
  selfSignUp: z._default(z.boolean(), true),
  mailboxUrl: z.optional(z.url()),
  /** Whom the sign-in page offers to sign in as; local development only. */
  demoPeople: z.optional(z.array(demoPersonSchema)),
});

export type WebConfig = z.infer<typeof webConfigSchema>;

export const loadWebConfig = async (): Promise<WebConfig> => {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`/config.json returned status ${response.status}.`);
  const config = webConfigSchema.safeParse(await response.json());
  if (!config.success) throw new Error(`/config.json is not valid. ${z.prettifyError(config.error)}`);
  return config.data;
};
