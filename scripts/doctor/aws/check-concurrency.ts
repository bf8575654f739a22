import { GetAccountSettingsCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { ApiSettings } from '../../../infra/constructs/api/settings.ts';
import { error, type Finding, ok, warning } from '../finding.ts';
import { describeCause } from './describe-cause.ts';

// Lambda keeps so many for functions that reserve none; a new account, whose quota is 10, cannot reserve any.
// https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
const unreservable = 100;
const newAccountQuota = 10;

const subject = 'Lambda quota';
const askForMore = 'Request "Concurrent executions" of Lambda in Service Quotas; 1,000 are free.';

const judge = (quota: number, { reservedConcurrency, provisionedConcurrency }: ApiSettings): Finding => {
  const wanted = reservedConcurrency ?? provisionedConcurrency ?? 0;
  const available = quota - Math.min(quota, unreservable);
  if (wanted > available) {
    return error(
      subject,
      `is ${quota} instances at once, of which ${available} can be reserved; infra/config.ts reserves ${wanted}`,
      `${askForMore} Or remove reservedConcurrency and provisionedConcurrency.`,
    );
  }
  const detail = `${quota} instances at once`;
  return quota > newAccountQuota ? ok(subject, detail) : warning(subject, `only ${detail}`, askForMore);
};

/** Checks that the account can run as many instances as the configuration reserves. */
export const checkConcurrency = async (lambda: LambdaClient, api: ApiSettings): Promise<Finding> => {
  try {
    const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand());
    return judge(AccountLimit?.ConcurrentExecutions ?? 0, api);
  } catch (cause) {
    return warning(
      subject,
      describeCause(cause),
      'Allow lambda:GetAccountSettings, which contains the quota.',
    );
  }
};
