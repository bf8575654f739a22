import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    cloudAssemblies: string;
  }
}

/** The folder in which every app of a run writes its templates and bundles: left alone, the CDK removes none. */
export const setup = (project: TestProject) => {
  const folder = mkdtempSync(join(tmpdir(), 'share-my-files-cdk-'));
  project.provide('cloudAssemblies', folder);
  return () => rmSync(folder, { recursive: true });
};
