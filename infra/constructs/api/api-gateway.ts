import type { IOrigin } from 'aws-cdk-lib/aws-cloudfront';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { UserPool } from '../auth/user-pool.ts';
import type { UserPoolClient } from '../auth/user-pool-client.ts';

/** Where requests go, and whose tokens open the door. */
export type Forwarding = { handler: IFunction; userPool: UserPool; userPoolClient: UserPoolClient };

/**
 * An API in Amazon API Gateway, of either type. It is made in two steps, since the site needs its address, the
 * function needs the site's, and its routes need the function.
 */
export interface ApiGateway {
  /** Address without a slash at its end. */
  readonly url: string;
  /** For CloudFront. */
  readonly origin: IOrigin;
  readonly serverErrors: IMetric;
  readonly requests: IMetric;
  /** Adds every route of the contract's `gatewayRoutes`. */
  forwardTo(forwarding: Forwarding): void;
}
