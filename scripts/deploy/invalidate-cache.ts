import { randomUUID } from 'node:crypto';
import { type CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';

/** Invalidates CloudFront's whole cache. `/*` counts as one path; 1,000 a month are free. */
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
