import { productName } from '@share-my-files/contract';
import { type App, CrossStackReferences, ReferenceStrength } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { type EnvironmentConfig, edgeRegion, hasEdge, stackNameOf } from '../config.ts';
import { AppStack } from './app-stack.ts';
import { EdgeStack } from './edge-stack.ts';

type Options = {
  /**
   * Leaves out the protection against deletion, without which CloudFormation can remove what a failed first deployment
   * has created. `pnpm run deploy` adds it in a second deployment.
   */
  isFirstDeployment?: boolean;
};

/** Adds the app's stack, and with a domain or rate limits the edge stack in us-east-1. */
export const addStacks = (
  app: App,
  name: string,
  config: EnvironmentConfig,
  code: Code,
  { isFirstDeployment = false }: Options = {},
): AppStack => {
  // Plain outputs instead of custom resources: AWS refuses to delete what CloudFront still uses.
  CrossStackReferences.of(app).consume(ReferenceStrength.WEAK);
  const { domain, rateLimits, region, destroyable } = config;
  const id = stackNameOf(name);
  const edge = hasEdge(config)
    ? new EdgeStack(app, `${id}-edge`, {
        description: `${productName} ${name}: resources of CloudFront in us-east-1`,
        env: { region: edgeRegion },
        domain,
        rateLimits,
      })
    : {};
  return new AppStack(app, id, {
    description: `${productName} ${name}`,
    env: { region },
    environmentName: name,
    config,
    code,
    edge,
    isProtected: !destroyable && !isFirstDeployment,
  });
};
