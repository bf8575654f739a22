import type { EnvironmentConfig } from '../../infra/config.ts';
import { checkAws } from '../doctor/aws/check-aws.ts';
import type { Finding } from '../doctor/finding.ts';
import { formatReport } from '../doctor/report.ts';

/** Prints what `pnpm run doctor --aws` finds. Throws for an error, with which the deployment would fail later. */
export const checkAccount = async (
  config: EnvironmentConfig,
  print: (line: string) => void,
  check: (config: EnvironmentConfig) => Promise<Finding[]> = checkAws,
): Promise<void> => {
  const findings = await check(config);
  print(formatReport([{ title: 'AWS', findings }]));
  if (findings.some(({ state }) => state === 'error')) {
    throw new Error('The AWS account is not ready for this environment: see the errors above.');
  }
};
