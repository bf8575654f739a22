import { CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts a finding of cdk-nag or of the CDK for one construct and its children. Every accepted finding has a reason,
 * beside the resource that it concerns.
 */
export const acknowledge = (construct: IConstruct, id: string, reason: string): void => {
  Validations.of(construct).acknowledge({ id, reason });
};

/** Accepts policies of `role` for `<ARN of resource><suffix>`, where the suffix contains a wildcard. */
export const acknowledgeWildcard = (
  role: IConstruct,
  resource: IConstruct,
  suffix: string,
  reason: string,
): void => {
  const { defaultChild } = resource.node;
  if (!CfnElement.isCfnElement(defaultChild)) throw new Error(`${resource.node.path} is not a resource.`);
  const logicalId: unknown = Stack.of(resource).resolve(defaultChild.logicalId);
  // cdk-nag writes a policy variable like a reference.
  const finding = suffix.replaceAll(/\$\{(.+?)\}/g, '<$1>');
  acknowledge(role, `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>${finding}]`, reason);
};
