import { GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { error, type Finding, ok, warning } from '../finding.ts';
import { describeCause } from './describe-cause.ts';

// `cdk bootstrap` stores its version here: https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
const bootstrapParameter = '/cdk-bootstrap/hnb659fds/version';

/** Checks that `cdk bootstrap` has prepared the Region of the client. */
export const checkBootstrap = async (ssm: SSMClient): Promise<Finding> => {
  const subject = `bootstrap of ${await ssm.config.region()}`;
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: bootstrapParameter }));
    return ok(subject, `version ${Parameter?.Value}`);
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'ParameterNotFound') {
      const fix = 'Allow ssm:GetParameter, which shows whether "cdk bootstrap" has run.';
      return warning(subject, describeCause(cause), fix);
    }
    return error(
      subject,
      'this account and Region are not bootstrapped',
      'pnpm --filter @share-my-files/infra exec cdk bootstrap -c environment=NAME, as in infra/config.ts',
    );
  }
};
