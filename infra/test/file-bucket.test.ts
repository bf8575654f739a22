import { describe, expect, it } from 'vitest';
import { abortIncompleteUploadDays, maximumSignatureAge } from '../constructs/files/file-bucket.ts';
import { configOf, synthesize } from './support/synthesize.ts';
import { resourceNamed } from './support/template.ts';

const template = synthesize(configOf('production'));
const bucket = resourceNamed(template, 'AWS::S3::Bucket', 'Files');
const policy = resourceNamed(template, 'AWS::S3::BucketPolicy', 'Files');
const rules = (bucket.LifecycleConfiguration as { Rules: Record<string, unknown>[] }).Rules;

// How long an upload can be resumed after its last part URLs: apps/api/src/uploads/upload-repository.ts.
const resumeDays = 1;
// The maximum lifetime of URLs that the API starts with: apps/api/src/config.ts.
const longestUrlSeconds = 300;

describe('The bucket of the files', () => {
  it('is private, owned by this account, encrypted and versioned', () => {
    expect(bucket).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      BucketEncryption: expect.anything(),
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: { LogFilePrefix: 'files/' },
    });
  });

  it('has account and Region in its name, because site and bucket refer to each other', () => {
    expect(JSON.stringify(bucket.BucketName)).toContain(
      '"share-my-files-test-",{"Ref":"AWS::AccountId"},"-eu-west-1"',
    );
  });

  it('rejects plain HTTP and old TLS', () => {
    const text = JSON.stringify(policy);
    expect(text).toContain('"Bool":{"aws:SecureTransport":"false"}');
    expect(text).toContain('"NumericLessThan":{"s3:TlsVersion":1.2}');
  });

  it('rejects presigned URLs that are older than any of the API, whatever their own lifetime', () => {
    expect(maximumSignatureAge.toSeconds()).toBeGreaterThan(longestUrlSeconds);
    expect((policy.PolicyDocument as { Statement: unknown[] }).Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Condition: {
          StringEquals: { 's3:authType': 'REST-QUERY-STRING' },
          NumericGreaterThan: { 's3:signatureAge': maximumSignatureAge.toMilliseconds() },
        },
      }),
    );
  });

  it('lets only the site read and write from a browser, with the headers of uploads', () => {
    expect(bucket.CorsConfiguration).toEqual({
      CorsRules: [
        {
          AllowedOrigins: ['https://share.example.com'],
          AllowedMethods: ['GET', 'PUT'],
          AllowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
          ExposedHeaders: ['ETag', 'x-amz-checksum-sha256'],
          MaxAge: 600,
        },
      ],
    });
  });

  it('deletes the parts of an upload only after it cannot be resumed', () => {
    expect(abortIncompleteUploadDays).toBeGreaterThan(resumeDays);
    expect(rules[0]).toMatchObject({
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: abortIncompleteUploadDays },
      NoncurrentVersionExpiration: { NoncurrentDays: 30 },
    });
  });

  it('removes delete markers by a separate rule, because S3 ignores it together with an expiry in days', () => {
    expect(rules).toHaveLength(2);
    expect(rules[1]).toEqual({
      Id: 'remove-delete-markers',
      Status: 'Enabled',
      ExpiredObjectDeleteMarker: true,
    });
  });
});
