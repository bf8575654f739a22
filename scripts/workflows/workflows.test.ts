import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

type Step = { uses?: string; run?: string; env?: Record<string, string> };
type Job = {
  needs?: string | string[];
  steps?: Step[];
  permissions?: Record<string, string>;
  environment?: string;
};
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

  const withCredentials = Object.entries(jobs).filter(([, job]) => job.permissions?.['id-token'] === 'write');

  test.each(withCredentials)(
    'installs packages before the job %s has credentials',
    (_name, { steps = [] }) => {
      const order = steps.map(({ uses = '', run = '' }) => `${uses}${run}`);
      const install = order.findIndex((step) => step.includes('install --frozen-lockfile'));

      expect(install).toBeGreaterThan(0);
      expect(install).toBeLessThan(order.findIndex((step) => step.includes('configure-aws-credentials')));
    },
  );

  test.each(withCredentials)('verifies the hash of pnpm in the job %s', (_name, { steps = [] }) => {
    const commands = steps.flatMap(({ run = [] }) => run);
    const { packageManager } = JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8'));

    expect(commands[0]).toBe('corepack enable');
    expect(commands.join('\n')).not.toMatch(/\bnp[mx]\b/);
    expect(packageManager).toMatch(/^pnpm@\d+\.\d+\.\d+\+sha512\.[0-9a-f]{128}$/);
  });

  test('shows the difference before the approval, in a job that cannot deploy', () => {
    const { difference } = jobs;
    const shown = difference?.steps?.find(({ run = '' }) => run.includes('run deploy'))?.run;

    expect(jobs.deploy?.needs).toEqual(['ci', 'difference']);
    expect(shown).toMatch(/--dry-run[^\n]*\n.*GITHUB_STEP_SUMMARY/s);
    expect(difference?.environment).toBeUndefined();
    expect(JSON.stringify(difference)).not.toContain('AWS_DEPLOY_ROLE_ARN');
  });

  test('deploys any environment that the repository has on GitHub', () => {
    expect(on.workflow_dispatch?.inputs.environment).toMatchObject({ type: 'environment', required: true });
    const deployment = jobs.deploy?.steps?.find(({ run = '' }) => run.includes('run deploy'));
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions.
    expect(deployment?.env).toEqual({ DEPLOY_ENVIRONMENT: '${{ inputs.environment }}' });
  });
});

describe('the job about dependencies', () => {
  const commands =
    (parse(read('ci.yml')) as Workflow).jobs.dependencies?.steps?.map(({ run = '' }) => run) ?? [];

  test('fails on a known vulnerability, but not if the registry does not respond', () => {
    expect(commands.find((run) => run.includes(' audit '))).toMatch(
      /--audit-level high --ignore-registry-errors$/,
    );
  });

  test('lists the packages of each program that is shipped', () => {
    const sbom = commands.find((run) => run.includes(' sbom '));

    for (const name of ['api', 'web']) expect(sbom).toContain(`--filter @share-my-files/${name} `);
  });
});
