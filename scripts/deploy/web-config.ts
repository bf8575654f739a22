import { type WebConfig, webConfigSchema } from '../../apps/web/src/config/web-config.ts';
import type { StackOutputs } from './stack-outputs.ts';

/** The `/config.json` of a deployment. CloudFront serves site and API from one origin, hence the bare path. */
export const createWebConfig = ({ UserPoolId, UserPoolClientId }: StackOutputs): WebConfig =>
  webConfigSchema.parse({
    apiBaseUrl: '/api',
    cognito: { userPoolId: UserPoolId, userPoolClientId: UserPoolClientId },
  });
