import { CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Keeps one finding of cdk-nag or of the CDK from failing the build, for one construct and what is below it. Every finding
 * that is accepted has its own reason, beside the resource that it is about.
 */
export const acknowledge = (construct: IConstruct, id: string, reason: string): void => {
  Validations.of(construct).acknowledge({ id, reason });
};

/** Accepts that the policies of `role` name `<ARN of resource><suffix>`, where the suffix holds a wildcard. */
export const acknowledgeWildcard = (
  role: IConstruct,
  resource: IConstruct,
  suffix: string,
  reason: string,
): void => {
  const { defaultChild } = resource.node;
  if (!CfnElement.isCfnElement(defaultChild)) throw new Error(`${resource.node.path} is no resource.`);
  const logicalId: unknown = Stack.of(resource).resolve(defaultChild.logicalId);
  // cdk-nag writes a variable of a policy as it writes a reference.
  const finding = suffix.replaceAll(/\$\{(.+?)\}/g, '<$1>');
  acknowledge(role, `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>${finding}]`, reason);
};
