import { type DSQLClient, ListClustersCommand } from '@aws-sdk/client-dsql';
import { error, type Finding, ok, warning } from '../finding.ts';
import { describeCause } from './describe-cause.ts';

const subject = 'Aurora DSQL';

/** Checks that the Region of the client offers Aurora DSQL: elsewhere its endpoint has no address. */
export const checkDatabaseRegion = async (dsql: DSQLClient): Promise<Finding> => {
  const region = await dsql.config.region();
  try {
    await dsql.send(new ListClustersCommand({ maxResults: 1 }));
    return ok(subject, `is available in ${region}`);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOTFOUND') {
      return error(subject, `is not available in ${region}`, 'Choose another region in infra/config.ts.');
    }
    return warning(
      subject,
      describeCause(cause),
      'Allow dsql:ListClusters, which shows whether it is available.',
    );
  }
};
