import { xmlResponse } from '../http/s3-response.ts';
import { owner } from '../object/owner.ts';
import type { Operation } from './operation.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html, unpaged. */
export const listBuckets: Operation = ({ store }) =>
  xmlResponse('ListAllMyBucketsResult', {
    Owner: owner,
    Buckets: {
      Bucket: store.buckets
        .list()
        .map(({ name, createdAt }) => ({ Name: name, CreationDate: new Date(createdAt).toISOString() })),
    },
  });
