import type { Operation } from '../operation.ts';
import { owner } from '../protocol/owner.ts';
import { xmlResponse } from '../protocol/s3-response.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html, without pages. */
export const listBuckets: Operation = ({ store }) =>
  xmlResponse('ListAllMyBucketsResult', {
    Owner: owner,
    Buckets: {
      Bucket: store.buckets
        .list()
        .map(({ name, createdAt }) => ({ Name: name, CreationDate: new Date(createdAt).toISOString() })),
    },
  });
