import { resolve } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { S3Client } from '@aws-sdk/client-s3';
import { readEnvironment, stackNameOf } from '../infra/config.ts';
import { runScript } from './command-line/run-script.ts';
import { createCdk } from './deploy/cdk.ts';
import { checkAccount } from './deploy/check-account.ts';
import { confirm } from './deploy/confirm.ts';
import { deploy } from './deploy/deploy.ts';
import { invalidateCache } from './deploy/invalidate-cache.ts';
import { isCreated } from './deploy/is-created.ts';
import { runCommand } from './deploy/run-command.ts';
import { deployUsage, parseDeploySettings } from './deploy/settings.ts';
import type { StackOutputs } from './deploy/stack-outputs.ts';
import { uploadSite } from './deploy/upload-site.ts';
import { createWebConfig } from './deploy/web-config.ts';

const print = (line: string): void => {
  process.stdout.write(`\n${line}\n`);
};

const publishSite = async (outputs: StackOutputs): Promise<void> => {
  const count = await uploadSite({
    s3: new S3Client({ region: outputs.Region }),
    bucket: outputs.SiteBucketName,
    folder: resolve(import.meta.dirname, '../apps/web/dist'),
    config: createWebConfig(outputs),
  });
  print(`${count} files are in ${outputs.SiteBucketName}.`);
  // CloudFront is a global service, whose interface is in us-east-1.
  await invalidateCache(new CloudFrontClient({ region: 'us-east-1' }), outputs.DistributionId);
};

const main = async (args: string[]): Promise<void> => {
  const settings = parseDeploySettings(args);
  const { environment } = settings;
  const config = readEnvironment(environment);
  const cloudFormation = new CloudFormationClient({ region: config.region });
  await deploy(settings, {
    checkAccount: () => checkAccount(config, print),
    cdk: createCdk({
      environment,
      run: runCommand,
      isCreated: () => isCreated(cloudFormation, stackNameOf(environment)),
    }),
    buildSite: () => runCommand('pnpm', ['--filter', '@share-my-files/web', 'build']),
    publishSite,
    confirm,
    print,
  });
};

await runScript(deployUsage, main);
