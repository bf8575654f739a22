import type { UploadStatus } from '@share-my-files/contract';
import { batchesOf, planParts } from './part-plan.ts';
import { sendPart } from './send-part.ts';
import { hashParts, signPartUrls } from './signed-part.ts';
import type { UploadServices } from './upload-services.ts';

type SendPartsOptions = { readonly signal: AbortSignal; readonly onSent: (sentBytes: number) => void };

// While one lane sends a batch, the other hashes and signs the next: the connection never idles, and no URL is signed
// long before it is used.
const laneCount = 2;
const batchSize = 4;

const createByteCount = (storedBytes: number, onSent: (sentBytes: number) => void) => {
  const sentByPart = new Map<number, number>();
  let total = storedBytes;
  return (partNumber: number, sentBytes: number) => {
    total += sentBytes - (sentByPart.get(partNumber) ?? 0);
    sentByPart.set(partNumber, sentBytes);
    onSent(total);
  };
};

/** Sends every part that S3 does not hold yet; stops all of them if one fails permanently. */
export const sendParts = async (
  services: UploadServices,
  upload: UploadStatus,
  file: Blob,
  { signal: cancelled, onSent }: SendPartsOptions,
): Promise<void> => {
  const { transfers, retry } = services;
  const failure = new AbortController();
  const signal = AbortSignal.any([cancelled, failure.signal]);
  const stored = new Set(upload.storedParts.map(({ partNumber }) => partNumber));
  const storedBytes = upload.storedParts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const missing = planParts(upload).filter(({ partNumber }) => !stored.has(partNumber));
  const batches = batchesOf(missing, batchSize);
  const count = createByteCount(storedBytes, onSent);

  const sendBatches = async () => {
    for (const batch of batches) {
      const hashed = await hashParts(file, batch);
      const signed = await retry(() => signPartUrls(services, upload.id, hashed, signal), signal);
      const sending = signed.map((part) =>
        transfers.add(() =>
          sendPart(services, upload.id, part, {
            signal,
            onSent: (sentBytes) => count(part.partNumber, sentBytes),
          }),
        ),
      );
      await Promise.all(sending);
    }
  };

  onSent(storedBytes);
  const lanes = Array.from({ length: laneCount }, sendBatches);
  try {
    await Promise.all(lanes);
  } catch (error) {
    failure.abort(error);
    await Promise.allSettled(lanes);
    throw error;
  }
};
