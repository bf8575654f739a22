import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type Options, parseOptions } from '../command-line/options.ts';
import { usageOf } from '../command-line/usage.ts';
import { devOptions, toSettings } from '../dev/settings.ts';

const doctorOptions = {
  'env-file': { type: 'string', placeholder: 'FILE', description: "Check the API's settings in that file" },
  aws: { type: 'boolean', default: false, description: 'Check credentials, clock and CDK bootstrap on AWS' },
  json: { type: 'boolean', default: false, description: 'Print the findings as JSON' },
  ...devOptions,
} as const satisfies Options;

export const doctorUsage = usageOf({
  name: 'pnpm run doctor',
  summary: 'Finds what is wrong with this machine and how to fix it. Takes the options of "pnpm dev".',
  options: doctorOptions,
});

/** Parses the options of `pnpm run doctor`. Throws an error that names the option to correct. */
export const parseDoctorSettings = (args: readonly string[]) => {
  const values = parseOptions(doctorOptions, args);
  const envFile = values['env-file'];
  return {
    ...toSettings(values),
    aws: values.aws,
    json: values.json,
    environment: envFile === undefined ? process.env : parseEnv(readFileSync(envFile, 'utf8')),
  };
};
