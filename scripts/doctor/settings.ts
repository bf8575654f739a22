import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { devOptions, parseSettings } from '../dev/settings.ts';

export const doctorUsage = `Usage: pnpm run doctor [options]

Says what is wrong with this machine, and how to mend it.

  --env-file=FILE           checks the API's settings in that file
  --aws                     asks AWS too: credentials, clock, and whether "cdk bootstrap" has run
  --json                    prints the findings as JSON

Those of pnpm dev, for which it looks:
${devOptions}`;

const envFileOption = '--env-file=';

const isOwnOption = (argument: string): boolean =>
  argument === '--aws' || argument === '--json' || argument.startsWith(envFileOption);

/** Takes --aws, --json, --env-file=FILE, and what `pnpm dev` takes. Throws an error that says what is wrong. */
export const parseDoctorSettings = (arguments_: string[]) => {
  const envFile = arguments_.find((argument) => argument.startsWith(envFileOption));
  return {
    ...parseSettings(arguments_.filter((argument) => !isOwnOption(argument))),
    aws: arguments_.includes('--aws'),
    json: arguments_.includes('--json'),
    environment:
      envFile === undefined
        ? process.env
        : parseEnv(readFileSync(envFile.slice(envFileOption.length), 'utf8')),
  };
};
