import { styleText } from 'node:util';
import type { Finding, Section } from './finding.ts';

const marks = {
  ok: styleText('green', '✓'),
  warning: styleText('yellow', '!'),
  error: styleText('red', '✗'),
};

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const formatFinding = ({ subject, state, detail, fix }: Finding, width: number): string[] => [
  `  ${marks[state]} ${subject.padEnd(width)}  ${detail}`,
  ...(fix === undefined ? [] : [`    ${' '.repeat(width)}  → ${fix}`]),
];

const summarize = (findings: Finding[]): string => {
  const errors = findings.filter(({ state }) => state === 'error').length;
  const warnings = findings.filter(({ state }) => state === 'warning').length;
  if (errors + warnings === 0) return 'No problems found.';
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
};

/** Formats the findings for a terminal, in two columns: subject and detail. */
export const formatReport = (sections: Section[]): string => {
  const findings = sections.flatMap((section) => section.findings);
  const width = Math.max(...findings.map(({ subject }) => subject.length));
  const blocks = sections.map((section) =>
    [
      styleText('bold', section.title),
      ...section.findings.flatMap((finding) => formatFinding(finding, width)),
    ].join('\n'),
  );
  return `\n${[...blocks, summarize(findings)].join('\n\n')}\n`;
};
