import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { configOf, createApp } from './support/synthesize.ts';
import { resourceNamed } from './support/template.ts';

const { app, stack } = createApp(configOf('demo'));
const template = Template.fromStack(stack);

/** The folder that becomes the code of the function. */
const bundleOf = (prefix: string): string => {
  const { Code } = resourceNamed(template, 'AWS::Lambda::Function', prefix) as { Code: { S3Key: string } };
  return join(app.outdir, `asset.${Code.S3Key.replace(/\.zip$/, '')}`);
};

describe('The bundle', () => {
  it.each([
    ['ProgramsApiExpress', 'the api'],
    ['ProgramsSweeperSweep', 'the sweeper'],
    ['ProgramsMigration', 'the migrator'],
  ])('of %s holds %s and not its neighbour, though they come from one folder', async (prefix, answer) => {
    const { handler } = await import(pathToFileURL(join(bundleOf(prefix), 'index.mjs')).href);
    await expect(handler()).resolves.toBe(answer);
  });

  it('of the migrator has the migrations beside it, where no source folder is left', () => {
    expect(existsSync(join(bundleOf('ProgramsMigration'), 'migrations/0000_first.sql'))).toBe(true);
    expect(existsSync(join(bundleOf('ProgramsApiExpress'), 'migrations'))).toBe(false);
  });
});
