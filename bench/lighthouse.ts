import { parseArgs } from 'node:util';
import { startStack } from '../e2e/support/start-stack.ts';
import { chromiumIsMissing, findChromium } from '../scripts/test/chromium.ts';
import { type Audit, installLighthouse, lighthouse } from './lighthouse/lighthouse.ts';
import { type AuditedPage, preparePages } from './lighthouse/pages.ts';
import { reportTable } from './measure/results.ts';
import { spreadOf } from './measure/statistics.ts';
import { stackPorts } from './servers/stack-ports.ts';
import { withFolder } from './servers/with-folder.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, keep: { type: 'boolean', default: false } },
});
const rounds = Number(values.rounds);

const head = ['Page', 'performance', 'accessibility', 'best practices', 'FCP (s)', 'LCP (s)', 'TBT (ms)'];

const toRow = ({ name }: AuditedPage, audits: readonly Audit[]): string[] => {
  const median = (read: (audit: Audit) => number | undefined) =>
    spreadOf(audits.map((audit) => read(audit) ?? 0)).median;
  const scores = [0, 1, 2].map((index) => Math.round(median(({ scores }) => scores[index])).toString());
  const seconds = [0, 1].map((index) =>
    (median(({ milliseconds }) => milliseconds[index]) / 1000).toFixed(1),
  );
  return [name, ...scores, ...seconds, median(({ milliseconds }) => milliseconds[2]).toFixed(0)];
};

const chromium = findChromium();
if (chromium === undefined) throw new Error(chromiumIsMissing);

await withFolder(async (folder, stopLater) => {
  const auditPage = installLighthouse(folder, chromium);
  stopLater({ stop: await startStack(stackPorts, {}, '--built') });
  const pages = await preparePages(`http://localhost:${stackPorts.webPort}`, folder, chromium);
  const results = pages.map((page) => ({ page, audits: [] as Audit[] }));
  for (let round = 0; round < rounds; round += 1)
    for (const { page, audits } of results) audits.push(await auditPage(page.address, page.profile));

  reportTable('lighthouse', {
    run: `${rounds} rounds of ${lighthouse} with its defaults: a simulated phone on a slow connection`,
    head,
    rows: results.map(({ page, audits }) => toRow(page, audits)),
    keep: values.keep,
  });
  for (const { page, audits } of results)
    for (const failure of new Set(audits.flatMap(({ failures }) => failures)))
      process.stdout.write(`${page.name}: ${failure}\n`);
});
