/** The bytes of one part: from `start`, inclusive, to `end`, exclusive. */
export type PartRange = { readonly partNumber: number; readonly start: number; readonly end: number };

type PartedUpload = {
  readonly sizeBytes: number;
  readonly partSizeBytes: number;
  readonly partCount: number;
};

/** Returns the byte range of each part; a zero-byte file has one empty part, because S3 requires at least one. */
export const planParts = ({ sizeBytes, partSizeBytes, partCount }: PartedUpload): PartRange[] =>
  Array.from({ length: partCount }, (_, index) => ({
    partNumber: index + 1,
    start: index * partSizeBytes,
    end: Math.min(sizeBytes, (index + 1) * partSizeBytes),
  }));

/** Splits the parts into batches lazily, so that several consumers can share the generator. */
export function* batchesOf<Part>(parts: readonly Part[], batchSize: number): Generator<Part[]> {
  for (let start = 0; start < parts.length; start += batchSize) yield parts.slice(start, start + batchSize);
}
