import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Hunk, Step } from './read-recipes.ts';

const root = join(import.meta.dirname, '../../..');

/** Leaves out what Vitest has set: a fork builds and tests as its own shell would. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(NODE_ENV|VITEST.*|TEST|MODE|PROD|DEV|SSR|BASE_URL)$/.test(name),
  ),
);

const listFiles = (folder: string): string[] =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: folder,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((path) => path !== '');

/** A copy of this repository in a folder of its own, with its dependencies. */
export class Fork {
  readonly folder = mkdtempSync(join(tmpdir(), 'fork-'));

  constructor() {
    for (const path of listFiles(root)) cpSync(join(root, path), join(this.folder, path));
    this.run('git init --quiet');
    this.commit();
    this.run('pnpm install --frozen-lockfile --prefer-offline');
  }

  /** Throws with everything the script has printed when it fails. */
  run(script: string): string {
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', script], {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      env: environment,
      maxBuffer: 64 * 1024 ** 2,
    });
    if (status !== 0) throw new Error(`${script}\nended with ${status}:\n${stdout}${stderr}`);
    return stdout;
  }

  apply(step: Step): void {
    if (step.kind === 'run') this.run(step.script);
    if (step.kind === 'write') this.#write(step.path, step.text);
    if (step.kind === 'change') for (const hunk of step.hunks) this.#change(step.path, hunk);
  }

  commit(): void {
    this.run('git add --all');
    this.run('git -c user.name=fork -c user.email=fork@example.com commit --quiet --message fork');
  }

  listFiles(): string[] {
    return listFiles(this.folder);
  }

  /** Files that differ from the last commit, deleted ones included. */
  listChangedFiles(): string[] {
    return this.run('git add --all && git diff --cached --name-only --no-renames -z')
      .split('\0')
      .filter((path) => path !== '');
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  #change(path: string, { before, after }: Hunk): void {
    const parts = `\n${this.read(path)}`.split(`\n${before}`);
    if (parts.length !== 2) {
      throw new Error(`${path} contains these lines ${parts.length - 1} times, instead of once:\n${before}`);
    }
    this.#write(path, parts.join(`\n${after}`).slice(1));
  }
}
