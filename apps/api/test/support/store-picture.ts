import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { profilePictureKey } from '@share-my-files/contract';
import type { TestApi } from './start-test-api.ts';
import type { TestUser } from './test-users.ts';

const region = 'us-east-1';
const IdentityPoolId = `${region}:00000000-0000-4000-8000-000000000001`;

/** Stores a profile picture as the browser does: with credentials of the identity pool for the user's ID token. */
export const storePicture = async ({ cognito, s3, dependencies }: TestApi, user: TestUser) => {
  const Logins = { [cognito.issuer.replace('https://', '')]: user.idToken };
  const identities = new CognitoIdentityClient({ endpoint: cognito.endpoint, region });
  const { IdentityId } = await identities.send(new GetIdCommand({ IdentityPoolId, Logins }));
  const command = new GetCredentialsForIdentityCommand({ IdentityId, Logins });
  const { Credentials } = await identities.send(command);
  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  };
  const client = new S3Client({ endpoint: s3.endpoint, region, forcePathStyle: true, credentials });
  const Bucket = dependencies.profileBucket?.name;
  await client.send(new PutObjectCommand({ Bucket, Key: profilePictureKey(user.id), Body: 'a picture' }));
};
