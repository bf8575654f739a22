import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const infra = join(import.meta.dirname, '..');
const home = mkdtempSync(join(tmpdir(), 'cdk-synth-'));
afterAll(() => rmSync(home, { recursive: true }));

describe('cdk synth', () => {
  it('creates the stacks without account, credentials or network', {
    timeout: 600_000,
  }, () => {
    const output = join(home, 'cdk.out');
    execFileSync(
      join(infra, 'node_modules/.bin/cdk'),
      ['synth', '--quiet', '--no-notices', '--output', output, '-c', 'environment=demo'],
      { cwd: infra, env: { PATH: process.env.PATH, HOME: home, HTTPS_PROXY: 'http://127.0.0.1:9' } },
    );
    expect(readdirSync(output).filter((name) => name.endsWith('.template.json'))).toEqual([
      'ShareMyFiles-demo.template.json',
    ]);
  });

  it('creates none of an environment that still contains examples', { timeout: 120_000 }, () => {
    const env = { PATH: process.env.PATH, CDK_CONTEXT_JSON: JSON.stringify({ environment: 'production' }) };

    expect(() =>
      execFileSync(process.execPath, ['app.ts'], { cwd: infra, encoding: 'utf8', stdio: 'pipe', env }),
    ).toThrow('domain.name is still an example');
  });
});
