const mebibyte = 1024 ** 2;
const smallestPartBytes = 8 * mebibyte;
/** Limit of S3 per upload. */
const maximumPartCount = 10_000;

type PartPlan = { partSizeBytes: number; partCount: number };

/** Plans parts as small as S3's limit on their number allows; an empty file is one empty part. */
export const planParts = (sizeBytes: number): PartPlan => {
  const neededBytes = Math.ceil(sizeBytes / maximumPartCount / mebibyte) * mebibyte;
  const partSizeBytes = Math.max(smallestPartBytes, neededBytes);
  return { partSizeBytes, partCount: Math.max(1, Math.ceil(sizeBytes / partSizeBytes)) };
};

/** Returns the planned size, or the rest for the last part. */
export const sizeOfPart = (
  { sizeBytes, partSizeBytes, partCount }: PartPlan & { sizeBytes: number },
  partNumber: number,
): number => (partNumber < partCount ? partSizeBytes : sizeBytes - (partCount - 1) * partSizeBytes);
