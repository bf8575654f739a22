import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';

const api = join(import.meta.dirname, '../apps/api');

/** Bundles `apps/api` with its own build script, which its tests and its container image use as well. */
export const bundleApi = (): Code =>
  Code.fromAsset(api, {
    // The hash of the source folder would cover tests, and miss the dependencies.
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('unused'),
      local: {
        tryBundle: (outputDirectory) => {
          execFileSync(process.execPath, [join(api, 'scripts/build.ts'), outputDirectory], {
            stdio: 'inherit',
          });
          return true;
        },
      },
    },
  });
