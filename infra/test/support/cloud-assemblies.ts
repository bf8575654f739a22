import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    cloudAssemblies: string;
  }
}

/** Provides the folder for the templates and bundles of a run, and removes it: the CDK removes none. */
export const setup = (project: TestProject) => {
  const folder = mkdtempSync(join(tmpdir(), 'share-my-files-cdk-'));
  project.provide('cloudAssemblies', folder);
  return () => rmSync(folder, { recursive: true });
};
