import { type SignedParts, type SignParts, signedPartsSchema } from '@share-my-files/contract';
import type { AxiosInstance } from 'axios';

export const signParts = async (
  api: AxiosInstance,
  uploadId: string,
  body: SignParts,
  signal: AbortSignal,
): Promise<SignedParts> => {
  const { data } = await api.post<unknown>(`/uploads/${uploadId}/parts`, body, { signal });
  return signedPartsSchema.parse(data);
};
