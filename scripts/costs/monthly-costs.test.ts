import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type EnvironmentConfig, environments } from '../../infra/config.ts';
import { monthlyCosts } from './monthly-costs.ts';
import { prices } from './prices.ts';

const document = readFileSync(join(import.meta.dirname, '../../docs/deployment.md'), 'utf8');

const rows = [...document.matchAll(/^\|(.+)\|$/gm)].map(([, row = '']) =>
  row.split('|').map((cell) => cell.trim().replaceAll('*', '')),
);

const format = (dollars: number): string =>
  dollars.toLocaleString('en-US', { maximumFractionDigits: dollars < 100 ? 2 : 0 });

const configOf = (name: string): EnvironmentConfig => {
  const config = environments[name];
  if (config === undefined) throw new Error(`No environment "${name}".`);
  return config;
};

const columns = [
  monthlyCosts(100, configOf('demo')),
  ...[0, 10_000, 1_000_000].map((users) => monthlyCosts(users, configOf('production'))),
];

const services = Object.keys(columns[0] ?? {});

describe('the table of costs in docs/deployment.md', () => {
  test.each(services)('has the computed costs of %s', (service) => {
    const row = rows.find(([name = '']) => name === service);

    expect(row?.slice(-4)).toEqual(columns.map((costs) => format(costs[service] ?? Number.NaN)));
  });

  test('has their sums', () => {
    const sums = columns.map((costs) => Object.values(costs).reduce((sum, cost) => sum + cost, 0));

    expect(rows.find(([name]) => name === 'together')?.slice(-4)).toEqual(sums.map(format));
  });
});

test.each(Object.entries(prices))(
  'the table of prices in docs/deployment.md has those of %s, with source and day',
  (_name, { page, asOf, ...amounts }) => {
    const sources = rows.filter((row) => row.join('').includes(`(https://aws.amazon.com/${page}/)`));
    const row = sources.find(([, , , day]) => day === (asOf ?? 'no dated copy seen'));

    for (const amount of Object.values(amounts)) {
      expect(row?.[1]).toContain(amount.toLocaleString('en-US', { maximumFractionDigits: 10 }));
    }
  },
);
