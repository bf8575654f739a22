import { putPart } from './put-part.ts';
import { type SignedPart, signPartUrls } from './signed-part.ts';
import { isExpiredUrl } from './storage-error.ts';
import type { UploadServices } from './upload-services.ts';

type SendPartOptions = { readonly signal: AbortSignal; readonly onSent: (sentBytes: number) => void };

/** Sends one part, with a new URL whenever the old one has expired. */
export const sendPart = async (
  services: UploadServices,
  uploadId: string,
  part: SignedPart,
  { signal, onSent }: SendPartOptions,
): Promise<void> => {
  const { retry, now } = services;
  let put = part.expiresAt > now() ? part.put : undefined;

  await retry(async () => {
    put ??= (await signPartUrls(services, uploadId, [part], signal))[0]?.put;
    if (!put) return;
    try {
      await putPart(put, part.bytes, { signal, onSent });
    } catch (error) {
      onSent(0);
      if (isExpiredUrl(error)) put = undefined;
      throw error;
    }
  }, signal);
  onSent(part.bytes.size);
};
