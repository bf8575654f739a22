import { describe, expect, it } from 'vitest';
import { abortIncompleteUploadDays, maximumSignatureAge } from '../constructs/files/file-bucket.ts';
import { configOf, synthesize } from './support/synthesize.ts';
import { resourceNamed } from './support/template.ts';

const template = synthesize(configOf('production'));
const bucket = resourceNamed(template, 'AWS::S3::Bucket', 'Files');
const policy = resourceNamed(template, 'AWS::S3::BucketPolicy', 'Files');
const rules = (bucket.LifecycleConfiguration as { Rules: Record<string, unknown>[] }).Rules;

// So long after its last part URLs an upload can be resumed: apps/api/src/uploads/upload-repository.ts.
const resumeDays = 1;
// The API refuses to start with a longer life of its URLs: apps/api/src/config.ts.
const longestUrlSeconds = 300;

describe('The bucket of the files', () => {
  it('is private, owned by this account alone, encrypted and versioned', () => {
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

  it('is named by account and Region, because the site and the bucket have to name each other', () => {
    expect(JSON.stringify(bucket.BucketName)).toContain(
      '"share-my-files-test-",{"Ref":"AWS::AccountId"},"-eu-west-1"',
    );
  });

  it('refuses plain HTTP and old TLS', () => {
    const text = JSON.stringify(policy);
    expect(text).toContain('"Bool":{"aws:SecureTransport":"false"}');
    expect(text).toContain('"NumericLessThan":{"s3:TlsVersion":1.2}');
  });

  it('refuses presigned URLs that are older than any the API makes, whatever life was signed into them', () => {
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

  it('lets the site, and only the site, read and write from a browser, with the headers that uploads need', () => {
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

  it('drops parts only after nobody can resume their upload any more', () => {
    expect(abortIncompleteUploadDays).toBeGreaterThan(resumeDays);
    expect(rules[0]).toMatchObject({
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: abortIncompleteUploadDays },
      NoncurrentVersionExpiration: { NoncurrentDays: 30 },
    });
  });

  it('removes delete markers by a rule of its own, since S3 ignores it beside an expiry in days', () => {
    expect(rules).toHaveLength(2);
    expect(rules[1]).toEqual({
      Id: 'remove-delete-markers',
      Status: 'Enabled',
      ExpiredObjectDeleteMarker: true,
    });
  });
});
