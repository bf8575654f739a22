import { createHash } from 'node:crypto';
import { completeUpload, signParts, startUpload } from '@share-my-files/contract';
import type { DemoClient } from './demo-client.ts';

export type DemoFile = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };

/** Uploads a file as the browser does: the bytes go to S3. Files of the demo fit into one part. */
export const uploadFile = async (
  call: DemoClient,
  { bytes, ...file }: DemoFile,
  parentId: string | null = null,
): Promise<string> => {
  const { id: uploadId, itemId } = await call(startUpload, {
    body: { ...file, parentId, sizeBytes: bytes.length },
  });
  const checksumSha256 = createHash('sha256').update(bytes).digest('base64');
  const { parts } = await call(signParts, {
    params: { uploadId },
    body: { parts: [{ partNumber: 1, checksumSha256 }] },
  });
  for (const { url, headers } of parts) {
    const stored = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
    if (!stored.ok) throw new Error(`S3 refused ${file.name}: ${await stored.text()}`);
  }
  await call(completeUpload, { params: { uploadId } });
  return itemId;
};
