import { expect, test } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './reports.ts';

test("names the failed tests of Vitest's report", () => {
  const report = {
    numPassedTests: 1,
    testResults: [
      {
        name: 'links.test.ts',
        assertionResults: [
          { fullName: 'a link opens', status: 'passed' },
          { fullName: 'a revoked link does not open', status: 'failed' },
        ],
      },
    ],
  };
  expect(readVitestReport(report)).toEqual({
    passed: 1,
    failed: ['links.test.ts › a revoked link does not open'],
  });
});

test("names the failed stories of Playwright's report, and those that passed only when repeated", () => {
  const spec = (title: string, status: string) => ({ file: 'links.spec.ts', title, tests: [{ status }] });
  const report = {
    stats: { expected: 1 },
    suites: [
      {
        specs: [spec('a link opens', 'expected'), spec('a link can be copied', 'flaky')],
        suites: [{ specs: [spec('a revoked link does not open', 'unexpected')] }],
      },
    ],
  };
  expect(readPlaywrightReport(report)).toEqual({
    passed: 1,
    failed: ['links.spec.ts › a link can be copied', 'links.spec.ts › a revoked link does not open'],
  });
});
