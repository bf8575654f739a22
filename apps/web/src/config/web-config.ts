import { z } from 'zod';

/** What differs between environments, served as `/config.json` beside the app. */
export const webConfigSchema = z.object({
  apiBaseUrl: z.string().min(1),
  cognito: z.object({
    userPoolId: z.string().min(1),
    userPoolClientId: z.string().min(1),
    userPoolEndpoint: z.url().optional(),
  }),
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
