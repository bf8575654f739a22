import { createHash } from 'node:crypto';
import type { Item, SignedParts, Upload } from '@share-my-files/contract';
import type { TestUser } from './test-users.ts';

type File = { name?: string; mediaType?: string; body?: Buffer; parentId?: string | null };

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');

export const startUpload = async (
  user: TestUser,
  { name = 'photo.jpg', mediaType = 'image/jpeg', body = Buffer.from('bytes'), parentId = null }: File = {},
): Promise<Upload> => {
  const response = await user
    .call('startUpload', { body: { name, mediaType, sizeBytes: body.length, parentId } })
    .expect(201);
  return response.body;
};

const slicePart = (upload: Upload, body: Buffer, partNumber: number): Buffer =>
  body.subarray((partNumber - 1) * upload.partSizeBytes, partNumber * upload.partSizeBytes);

export const signPart = async (
  user: TestUser,
  uploadId: string,
  part: { partNumber: number; checksumSha256: string },
) => {
  const response = await user
    .call('signParts', { params: { uploadId }, body: { parts: [part] } })
    .expect(200);
  const [signed] = (response.body as SignedParts).parts;
  if (signed === undefined) throw new Error('No part was signed.');
  return signed;
};

export const sendPart = async (user: TestUser, upload: Upload, body: Buffer, partNumber: number) => {
  const bytes = slicePart(upload, body, partNumber);
  const { url, headers } = await signPart(user, upload.id, { partNumber, checksumSha256: sha256(bytes) });
  const response = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  if (!response.ok) throw new Error(`S3 refused part ${partNumber}: ${await response.text()}`);
};

export const sendAllParts = async (user: TestUser, upload: Upload, body: Buffer): Promise<void> => {
  for (let partNumber = 1; partNumber <= upload.partCount; partNumber += 1) {
    await sendPart(user, upload, body, partNumber);
  }
};

/** Creates a folder, under another name if it exists; resolves to its id. */
export const createFolder = async (
  user: TestUser,
  name: string,
  parentId: string | null = null,
): Promise<string> => {
  const body = { name, parentId, nameConflict: 'keepBoth' as const };
  const response = await user.call('createFolder', { body }).expect(201);
  return response.body.id;
};

/** Uploads a file from start to completion; resolves to the item. */
export const uploadFile = async (user: TestUser, file: File = {}): Promise<Item> => {
  const body = file.body ?? Buffer.from('bytes');
  const upload = await startUpload(user, { ...file, body });
  await sendAllParts(user, upload, body);
  await user.call('completeUpload', { params: { uploadId: upload.id } }).expect(202);
  const response = await user.call('getItem', { params: { itemId: upload.itemId } }).expect(200);
  return response.body;
};
