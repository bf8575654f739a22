/** The identity pool of the local stack; its credentials reach one prefix of a bucket of its own. */
export const identityPool = {
  identityPoolId: 'us-east-1:00000000-0000-4000-8000-000000000001',
  bucket: 'share-my-files-profiles',
  /** Local Cognito signs credentials with it, and local S3 knows them by it. */
  sessionKey: 'local-session-key',
};
