import { identityProviderSchema } from '@share-my-files/contract';
import { z } from 'zod';

const oauthSchema = z.object({
  /** Host and port of the pool's OAuth 2.0 endpoints, without a scheme: Amplify adds https. */
  domain: z.string().min(1),
  /** Who people can sign in with, beside a password. */
  providers: z.array(identityProviderSchema).min(1),
  /** Only where the certificate of the domain has to be accepted by hand: the page to do so at. */
  certificateUrl: z.url().optional(),
});

/** What differs between environments, served as `/config.json` beside the app. */
export const webConfigSchema = z.object({
  apiBaseUrl: z.string().min(1),
  cognito: z.object({
    userPoolId: z.string().min(1),
    userPoolClientId: z.string().min(1),
    userPoolEndpoint: z.url().optional(),
    oauth: oauthSchema.optional(),
  }),
  /** Optional: with it, people keep a profile picture in a bucket that the browser itself writes to. */
  identityPool: z
    .object({
      region: z.string().min(1),
      identityPoolId: z.string().min(1),
      identityPoolEndpoint: z.url().optional(),
      bucket: z.string().min(3),
      s3Endpoint: z.url().optional(),
    })
    .optional(),
  mailboxUrl: z.url().optional(),
});

export type WebConfig = z.infer<typeof webConfigSchema>;

export const loadWebConfig = async (): Promise<WebConfig> => {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`/config.json was answered with status ${response.status}.`);
  const config = webConfigSchema.safeParse(await response.json());
  if (!config.success) throw new Error(`/config.json is not valid. ${z.prettifyError(config.error)}`);
  return config.data;
};
