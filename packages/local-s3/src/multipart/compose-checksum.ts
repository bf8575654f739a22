import { type Checksum, createChecksum } from '../checksum/checksum.ts';
import { combineCrcs, isCrc } from '../checksum/combine-crc.ts';
import type { Part } from '../store/parts.ts';
import type { Upload } from '../store/uploads.ts';

const digestOf = ({ number, checksum }: Part) => {
  if (!checksum) throw new Error(`Part ${number} was stored without the checksum of its upload.`);
  return Buffer.from(checksum.value, 'base64');
};

/** Computes the checksum of the completed object from the checksums of its parts. */
export const composeChecksum = async (
  { checksum }: Upload,
  parts: readonly Part[],
): Promise<Checksum | undefined> => {
  if (!checksum) return undefined;
  const { algorithm, type } = checksum;
  if (type === 'FULL_OBJECT' && isCrc(algorithm)) {
    const digests = parts.map((part) => ({ digest: digestOf(part), size: part.size }));
    return { algorithm, type, value: combineCrcs(algorithm, digests).toString('base64') };
  }
  const running = createChecksum(algorithm);
  running.update(Buffer.concat(parts.map(digestOf)));
  return { algorithm, type, value: `${(await running.digest()).toString('base64')}-${parts.length}` };
};
