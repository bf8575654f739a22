import { defaultEnvironment, readEnvironment } from '../../infra/config.ts';
import { type Options, parseOptions } from '../command-line/options.ts';
import { pnpm } from '../command-line/pnpm-command.ts';
import { usageOf } from '../command-line/usage.ts';
import { devOptions, toSettings } from '../dev/settings.ts';
import { readEnvFile } from './check-env-file.ts';

// It only reads.
const { reset: _, ...readOptions } = devOptions;

const doctorOptions = {
  'env-file': { type: 'string', placeholder: 'FILE', description: "Check the API's settings in that file" },
  aws: { type: 'boolean', default: false, description: 'Check the AWS account for an environment' },
  environment: {
    type: 'string',
    placeholder: 'NAME',
    default: defaultEnvironment,
    description: 'The environment for --aws, as in infra/config.ts',
  },
  json: { type: 'boolean', default: false, description: 'Print the findings as JSON' },
  ...readOptions,
} as const satisfies Options;

export const doctorUsage = usageOf({
  name: `${pnpm} run doctor`,
  summary: `Finds what is wrong with this machine and how to fix it. Takes the options of "${pnpm} dev".`,
  options: doctorOptions,
});

/** Parses the options of `pnpm run doctor`. Throws an error that names the option to correct. */
export const parseDoctorSettings = (args: readonly string[]) => {
  const values = parseOptions(doctorOptions, args);
  const envFile = values['env-file'];
  return {
    ...toSettings({ ...values, reset: false }),
    awsEnvironment: values.aws ? readEnvironment(values.environment) : undefined,
    json: values.json,
    envFile: envFile === undefined ? undefined : readEnvFile(envFile),
  };
};
