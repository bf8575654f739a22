import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { fromCognitoIdentityPool } from '@aws-sdk/credential-providers';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { profilePictureKey } from '@share-my-files/contract';
import { fetchAuthSession } from 'aws-amplify/auth';
import type { WebConfig } from '#config/web-config.ts';
import { ExplainedError } from '#lib/explained-error.ts';
import { NetworkError } from '#lib/network-error.ts';
import { SignedOutError } from '#lib/signed-out-error.ts';

type Settings = NonNullable<WebConfig['identityPool']> & { userPoolId: string };

const fetchIdToken = async (): Promise<string> => {
  const { tokens } = await fetchAuthSession();
  if (tokens?.idToken === undefined) throw new SignedOutError();
  return tokens.idToken.toString();
};

const fetchCredentials = ({ region, identityPoolId, identityPoolEndpoint, userPoolId }: Settings) =>
  fromCognitoIdentityPool({
    identityPoolId,
    logins: { [`cognito-idp.${region}.amazonaws.com/${userPoolId}`]: fetchIdToken },
    clientConfig: { region, ...(identityPoolEndpoint !== undefined && { endpoint: identityPoolEndpoint }) },
  })();

const send = async (url: string, init: RequestInit): Promise<void> => {
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw new NetworkError({ cause });
  });
  if (!response.ok) throw new ExplainedError('The picture could not be changed. Please try again.');
};

/**
 * Opens the storage of the user's own picture, which the browser reads and writes in S3 itself: the identity pool
 * exchanges the ID token for credentials that last an hour and only reach this user's picture.
 */
export const openProfilePictureStorage = async (settings: Settings) => {
  const { region, bucket, s3Endpoint } = settings;
  const { userSub } = await fetchAuthSession();
  if (userSub === undefined) throw new SignedOutError();
  const credentials = await fetchCredentials(settings);
  const client = new S3Client({
    region,
    credentials,
    // A plain `fetch` sends no checksum headers, so they must not be signed.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    ...(s3Endpoint !== undefined && { endpoint: s3Endpoint, forcePathStyle: true }),
  });
  const address = { Bucket: bucket, Key: profilePictureKey(userSub) };

  let signatures = 0;

  return {
    /** Returns a URL of the picture, different on each call; S3 responds 404 if there is no picture. */
    signUrl: (): Promise<string> => {
      const command = new GetObjectCommand({ ...address, ResponseCacheControl: 'no-store' });
      // Two signatures with the same lifetime in the same second would be the same URL, for which the browser would show
      // the cached picture.
      const expiresIn = 3600 - (signatures % 60);
      signatures += 1;
      return getSignedUrl(client, command, { expiresIn });
    },
    store: async (picture: Blob): Promise<void> => {
      const command = new PutObjectCommand({ ...address, ContentType: picture.type });
      const url = await getSignedUrl(client, command, { signableHeaders: new Set(['host', 'content-type']) });
      await send(url, { method: 'PUT', body: picture, headers: { 'content-type': picture.type } });
    },
    remove: async (): Promise<void> => {
      await send(await getSignedUrl(client, new DeleteObjectCommand(address)), { method: 'DELETE' });
    },
  };
};

export type ProfilePictureStorage = Awaited<ReturnType<typeof openProfilePictureStorage>>;
