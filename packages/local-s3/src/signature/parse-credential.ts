import type { CredentialScope } from './signing-key.ts';

/** Parses `AKID/20261124/us-east-1/s3/aws4_request`, or returns undefined. */
export const parseCredential = (
  credential: string,
): { accessKeyId: string; scope: CredentialScope } | undefined => {
  const [, accessKeyId, date, region, service] =
    /^(.+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/.exec(credential) ?? [];
  if (!accessKeyId || !date || !region || !service) return undefined;
  return { accessKeyId, scope: { date, region, service } };
};
