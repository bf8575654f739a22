import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const results = join(import.meta.dirname, '../../e2e/test-results');

/** Prints the pages of failed stories as Playwright describes them beside its screenshots, which a log cannot show. */
export const printFailedPages = (): void => {
  for (const path of globSync('*/error-context.md', { cwd: results })) {
    process.stdout.write(`\n${path}\n${readFileSync(join(results, path), 'utf8')}\n`);
  }
};
