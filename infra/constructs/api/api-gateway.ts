import type { IOrigin } from 'aws-cdk-lib/aws-cloudfront';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { UserPool } from '../auth/user-pool.ts';
import type { UserPoolClient } from '../auth/user-pool-client.ts';

/** The function that receives the requests, and the pool and client whose tokens are accepted. */
export type Forwarding = { handler: IFunction; userPool: UserPool; userPoolClient: UserPoolClient };

/**
 * An HTTP or REST API in Amazon API Gateway. It is created in two steps: the site needs its address, the function needs
 * the site's address, and its routes need the function.
 */
export interface ApiGateway {
  /** The address, without a trailing slash. */
  readonly url: string;
  /** The origin for CloudFront. */
  readonly origin: IOrigin;
  readonly serverErrors: IMetric;
  readonly requests: IMetric;
  /** Adds the routes in `gatewayRoutes` of the contract. */
  forwardTo(forwarding: Forwarding): void;
}
