import { createHash } from 'node:crypto';
import {
  completeUpload,
  downloadItem,
  getItem,
  type Item,
  listItems,
  signParts,
  startUpload,
} from '@share-my-files/contract';
import type { ApiClient } from '../../src/lib/api-client.ts';

type SmallFile = { readonly name: string; readonly content?: string; readonly mediaType?: string };

/** Stores a file of one part and returns its item. */
export const storeFile = async (
  api: ApiClient,
  { name, content = 'the notes', mediaType = 'text/plain' }: SmallFile,
): Promise<Item> => {
  const sizeBytes = Buffer.byteLength(content);
  const upload = await api.call(startUpload, { body: { name, sizeBytes, mediaType } });
  const params = { uploadId: upload.id };
  const checksumSha256 = createHash('sha256').update(content).digest('base64');
  const signed = await api.call(signParts, { params, body: { parts: [{ partNumber: 1, checksumSha256 }] } });
  for (const { url, headers } of signed.parts) await fetch(url, { method: 'PUT', headers, body: content });
  await api.call(completeUpload, { params });
  return await api.call(getItem, { params: { itemId: upload.itemId } });
};

/** Returns the bytes of each of the user's files with this name. */
export const readFiles = async (api: ApiClient, name: string): Promise<Buffer[]> => {
  const { items } = await api.call(listItems, { query: { view: 'mine' } });
  const found = items.filter((item) => item.name === name);
  return await Promise.all(
    found.map(async ({ id }) => {
      const { url } = await api.call(downloadItem, { params: { itemId: id }, query: {} });
      return Buffer.from(await (await fetch(url)).arrayBuffer());
    }),
  );
};
