import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html#cfn-console-view-stack-data-resources-status-codes
const created = /^(CREATE_COMPLETE|(UPDATE|IMPORT)_.*)$/;

const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && cause.name === 'ValidationError' && cause.message.includes('does not exist');

/** Resolves to whether the stack exists and its creation has succeeded. */
export const isCreated = async (
  cloudFormation: Pick<CloudFormationClient, 'send'>,
  stackName: string,
): Promise<boolean> => {
  try {
    const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stackName }));
    return Stacks.some(({ StackStatus = '' }) => created.test(StackStatus));
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw cause;
  }
};
