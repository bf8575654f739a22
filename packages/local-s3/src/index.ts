export type { Credentials } from './credentials/credentials.ts';
export { type LocalS3, type LocalS3Options, startLocalS3 } from './server/start-local-s3.ts';
