import { defaultEnvironment, environments, readEnvironment } from '../../infra/config.ts';
import { type Options, parseOptions } from '../command-line/options.ts';
import { pnpm } from '../command-line/pnpm-command.ts';
import { usageOf } from '../command-line/usage.ts';

const deployOptions = {
  environment: {
    type: 'string',
    placeholder: 'NAME',
    default: defaultEnvironment,
    description: `${Object.keys(environments).join(' or ')}, as in infra/config.ts`,
  },
  'dry-run': { type: 'boolean', default: false, description: 'Show what would change, and change nothing' },
  yes: { type: 'boolean', default: false, description: 'Do not ask for confirmation' },
  destroy: { type: 'boolean', default: false, description: 'Remove an environment and its data' },
} as const satisfies Options;

export const deployUsage = usageOf({
  name: `${pnpm} run deploy`,
  summary: 'Builds the site, shows what would change, asks, deploys to AWS, and uploads the site.',
  options: deployOptions,
});

/** The settings of `pnpm run deploy`. */
export type DeploySettings = {
  /** A name in `environments` of infra/config.ts. */
  environment: string;
  /** Shows what would change, and changes nothing. */
  dryRun: boolean;
  /** Skips the question: a pipeline has its own approval. */
  yes: boolean;
  /** Removes the environment and its data. */
  destroy: boolean;
};

/** Parses the options of `pnpm run deploy`. Throws an error that names the allowed values. */
export const parseDeploySettings = (args: readonly string[], known = environments): DeploySettings => {
  const { environment, yes, destroy, 'dry-run': dryRun } = parseOptions(deployOptions, args);
  const { destroyable } = readEnvironment(environment, known);
  if (destroy && !destroyable) {
    throw new Error(`--destroy refuses ${environment}: it is not destroyable in infra/config.ts.`);
  }
  return { environment, dryRun, yes, destroy };
};
