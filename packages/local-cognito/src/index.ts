export type { UserPoolConfig } from './settings/pool-settings.ts';
export { userPoolConfigSchema } from './settings/pool-settings.ts';
export type { LocalCognito, LocalCognitoOptions } from './start-local-cognito.ts';
export { startLocalCognito } from './start-local-cognito.ts';
