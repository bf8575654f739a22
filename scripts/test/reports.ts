/** What a stage found: the number of tests that passed, and the names of those that failed. */
export type Result = { passed: number; failed: string[] };

type VitestReport = {
  numPassedTests: number;
  testResults: {
    name: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
};

/** Counts the tests of Vitest's JSON report. */
export const readVitestReport = (report: unknown): Result => {
  const { numPassedTests, testResults } = report as VitestReport;
  const failed = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${name} › ${fullName}`),
  );
  return { passed: numPassedTests, failed };
};

type PlaywrightSuite = {
  specs: { file: string; title: string; tests: { status: string }[] }[];
  suites?: PlaywrightSuite[];
};

const specsOf = ({ specs, suites = [] }: PlaywrightSuite): PlaywrightSuite['specs'] => [
  ...specs,
  ...suites.flatMap(specsOf),
];

/** Counts the tests of Playwright's JSON report; a test that passed only when it was repeated failed. */
export const readPlaywrightReport = (report: unknown): Result => {
  const { stats, suites } = report as { stats: { expected: number }; suites: PlaywrightSuite[] };
  const failed = suites
    .flatMap(specsOf)
    .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
    .map(({ file, title }) => `${file} › ${title}`);
  return { passed: stats.expected, failed };
};
