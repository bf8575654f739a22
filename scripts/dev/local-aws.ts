import { profilePictureKey } from '@share-my-files/contract';
import type { Settings } from './settings.ts';

export const region = 'us-east-1';
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };
export const bucket = 'share-my-files';

// CognitoJwtVerifier accepts only ids in the form of real pools; a client has 26 characters.
export const userPoolId = `${region}_Local0001`;
export const userPoolClientId = 'localwebapp000000000000001';

/** The identity pool; its credentials give access to the user's own picture. A test compares it with `infra`. */
export const identityPool = {
  identityPoolId: 'us-east-1:00000000-0000-4000-8000-000000000001',
  bucket: 'share-my-files-profiles',
  prefix: profilePictureKey(`\${aws:PrincipalTag/sub}`),
  principalTags: { sub: 'sub' },
  /** Local Cognito signs credentials with this key; local S3 verifies them with it. */
  sessionKey: 'local-session-key',
};

/** Where the web app, the API and the local AWS services listen. */
export const origins = ({ ports }: Settings) => ({
  web: `http://localhost:${ports.web}`,
  api: `http://localhost:${ports.api}`,
  cognito: `http://localhost:${ports.cognito}`,
  cognitoTls: `https://localhost:${ports['cognito-tls']}`,
  s3: `http://localhost:${ports.s3}`,
});
