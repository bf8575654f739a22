import { parseArgs } from 'node:util';
import { z } from 'zod';

export const deployUsage = `Usage: pnpm run deploy [options]

Builds the site, shows what would change, asks, deploys to AWS, and uploads the site.

  --environment NAME   demo or production, as in infra/config.ts; demo without it
  --dry-run            shows what would change, and changes nothing
  --yes                asks nothing
  --destroy            removes the demo with its data
`;

const environmentSchema = z.enum(['demo', 'production']);

/** What `pnpm run deploy` can be told. */
export type DeploySettings = {
  environment: z.infer<typeof environmentSchema>;
  /** Shows what would change, and changes nothing. */
  dryRun: boolean;
  /** Asks nothing: for a pipeline, whose approval takes the place of the question. */
  yes: boolean;
  /** Removes the demo with its data. */
  destroy: boolean;
};

/** Throws an error that says what is allowed. */
export const parseDeploySettings = (arguments_: string[]): DeploySettings => {
  const { values } = parseArgs({
    args: arguments_,
    options: {
      environment: { type: 'string', default: 'demo' },
      'dry-run': { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      destroy: { type: 'boolean', default: false },
    },
  });
  const environment = environmentSchema.safeParse(values.environment);
  if (!environment.success) throw new Error('--environment takes demo or production.');
  if (values.destroy && environment.data !== 'demo') {
    throw new Error('--destroy removes a demo only: what production keeps is removed by hand, on purpose.');
  }
  return {
    environment: environment.data,
    dryRun: values['dry-run'],
    yes: values.yes,
    destroy: values.destroy,
  };
};
