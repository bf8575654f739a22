import { RemovalPolicy } from 'aws-cdk-lib';

/**
 * The policy of every resource that contains data. Plain `RETAIN` would also keep what a failed first deployment has
 * created, and the next attempt would find the names taken.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
export const removalPolicyOf = (destroyable: boolean): RemovalPolicy =>
  destroyable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
