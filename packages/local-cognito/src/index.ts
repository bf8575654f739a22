export type { UserPoolConfig } from './pool-config.ts';
export { userPoolConfigSchema } from './pool-config.ts';
export type { LocalCognito, LocalCognitoOptions } from './start-local-cognito.ts';
export { startLocalCognito } from './start-local-cognito.ts';
