import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromiumArguments } from '../../scripts/test/chromium.ts';

const version = '13.5.0';

export const lighthouse = `Lighthouse ${version}`;

const categories = ['performance', 'accessibility', 'best-practices'];

const timings = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'];

/** What Lighthouse found out about one load of a page. */
export type Audit = {
  /** Performance, accessibility and best practices, of 100. */
  scores: number[];
  /** First Contentful Paint, Largest Contentful Paint and Total Blocking Time. */
  milliseconds: number[];
  /** Titles of the audits of accessibility and best practices that the page fails. */
  failures: string[];
};

type Result = {
  runtimeError?: { message: string };
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; numericValue: number }>;
};

const toAudit = ({ categories: found, audits, runtimeError }: Result): Audit => {
  if (runtimeError !== undefined) throw new Error(runtimeError.message);
  const rules = categories.slice(1).flatMap((category) => found[category]?.auditRefs ?? []);
  const failed = rules.filter(({ id, weight }) => weight > 0 && audits[id]?.score === 0);
  return {
    scores: categories.map((category) => Math.round(100 * (found[category]?.score ?? 0))),
    milliseconds: timings.map((id) => audits[id]?.numericValue ?? 0),
    failures: failed.map(({ id }) => audits[id]?.title ?? id),
  };
};

/** Loads the page of an address in a Chromium with this profile, on a simulated phone, and audits it. */
export type AuditPage = (address: string, profile: string) => Promise<Audit>;

/** Installs Lighthouse into the folder. Not a dependency: nothing else needs its 176 MB. */
export const installLighthouse = (folder: string, chromium: string): AuditPage => {
  execFileSync(
    'npm',
    ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', `lighthouse@${version}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return async (address, profile) => {
    const flags = ['--headless', `--user-data-dir=${profile}`, ...chromiumArguments];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        join(folder, 'node_modules/lighthouse/cli/index.js'),
        address,
        '--quiet',
        '--output=json',
        '--no-enable-error-reporting',
        `--only-categories=${categories.join()}`,
        `--chrome-flags=${flags.join(' ')}`,
      ],
      { env: { ...process.env, CHROME_PATH: chromium }, maxBuffer: 2 ** 28 },
    );
    return toAudit(JSON.parse(stdout));
  };
};
