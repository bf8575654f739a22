import { randomUUID } from 'node:crypto';
import { type CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';

/** Makes CloudFront ask the bucket again. `/*` counts as one path; a thousand a month are free. */
export const invalidateCache = async (
  cloudFront: Pick<CloudFrontClient, 'send'>,
  distributionId: string,
): Promise<void> => {
  await cloudFront.send(
    new CreateInvalidationCommand({
      DistributionId: distributionId,
      InvalidationBatch: { CallerReference: randomUUID(), Paths: { Quantity: 1, Items: ['/*'] } },
    }),
  );
};
