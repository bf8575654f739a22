const mebibyte = 1024 ** 2;
const smallestPartBytes = 8 * mebibyte;
/** S3 takes no more parts than this in one upload. */
const maximumPartCount = 10_000;

type PartPlan = { partSizeBytes: number; partCount: number };

/** Parts as small as S3's limit on their number allows; an empty file is one empty part. */
export const planParts = (sizeBytes: number): PartPlan => {
  const neededBytes = Math.ceil(sizeBytes / maximumPartCount / mebibyte) * mebibyte;
  const partSizeBytes = Math.max(smallestPartBytes, neededBytes);
  return { partSizeBytes, partCount: Math.max(1, Math.ceil(sizeBytes / partSizeBytes)) };
};

/** Every part has the planned size but the last, which has the rest. */
export const sizeOfPart = (
  { sizeBytes, partSizeBytes, partCount }: PartPlan & { sizeBytes: number },
  partNumber: number,
): number => (partNumber < partCount ? partSizeBytes : sizeBytes - (partCount - 1) * partSizeBytes);
