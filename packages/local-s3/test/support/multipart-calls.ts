import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { bucket, type TestS3 } from './start-test-s3.ts';

/** Starts a multipart upload and returns the calls that continue it. */
export const multipartCalls =
  ({ client }: Pick<TestS3, 'client'>) =>
  async (Key: string, more: object = {}) => {
    const { UploadId } = await client.send(
      new CreateMultipartUploadCommand({ Bucket: bucket, Key, ...more }),
    );
    const address = { Bucket: bucket, Key, UploadId };
    return {
      address,
      upload: async (PartNumber: number, Body: Buffer, options: object = {}): Promise<CompletedPart> => {
        const { ETag } = await client.send(
          new UploadPartCommand({ ...address, PartNumber, Body, ...options }),
        );
        return { PartNumber, ETag };
      },
      list: (options: object = {}) => client.send(new ListPartsCommand({ ...address, ...options })),
      complete: (Parts: CompletedPart[], options: object = {}) =>
        client.send(
          new CompleteMultipartUploadCommand({ ...address, MultipartUpload: { Parts }, ...options }),
        ),
      abort: () => client.send(new AbortMultipartUploadCommand(address)),
    };
  };
