import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

type Step = { uses?: string; run?: string; env?: Record<string, string> };
type Job = { steps?: Step[]; permissions?: Record<string, string>; environment?: string };
type Workflow = {
  on: { workflow_dispatch?: { inputs: { environment: { type: string; required: boolean } } } };
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
};

const folder = join(import.meta.dirname, '../../.github/workflows');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Parses with GitHub's own parser, which checks keys, values and the contexts of expressions. */
const findFaults = (name: string, content: string): string[] =>
  parseWorkflow({ name, content }, new NoOperationTraceWriter())
    .context.errors.getErrors()
    .map(({ message }) => message);

describe.each(readdirSync(folder))('%s', (name) => {
  const source = read(name);
  const workflow = parse(source) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? []);

  test('is valid for GitHub', () => {
    expect(findFaults(name, source)).toEqual([]);
  });

  test('pins every action to a commit', () => {
    for (const { uses } of steps) expect(uses ?? 'none').toMatch(/^none$|^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  test('has read permissions only, except for a job that names more', () => {
    for (const permission of Object.values(workflow.permissions)) expect(permission).toBe('read');
  });

  test('contains no secret, and no external value in a shell command', () => {
    expect(source).not.toMatch(/secrets\.|aws-(access-key-id|secret-access-key)/);
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });
});

describe('the deploy workflow', () => {
  const { on, jobs } = parse(read('deploy.yml')) as Workflow;

  test('assumes its role by OpenID Connect, in an environment that can require approval', () => {
    expect(jobs.deploy).toMatchObject({
      permissions: { 'id-token': 'write', contents: 'read' },
      environment: expect.stringContaining('inputs.environment'),
    });
  });

  test('installs packages before it has credentials', () => {
    const order = (jobs.deploy?.steps ?? []).map(({ uses = '', run = '' }) => `${uses}${run}`);
    const install = order.findIndex((step) => step.includes('install --frozen-lockfile'));

    expect(install).toBeGreaterThan(0);
    expect(install).toBeLessThan(order.findIndex((step) => step.includes('configure-aws-credentials')));
  });

  test('deploys any environment that the repository has on GitHub', () => {
    expect(on.workflow_dispatch?.inputs.environment).toMatchObject({ type: 'environment', required: true });
    const deployment = jobs.deploy?.steps?.find(({ run = '' }) => run.includes('run deploy'));
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions.
    expect(deployment?.env).toEqual({ DEPLOY_ENVIRONMENT: '${{ inputs.environment }}' });
  });
});
