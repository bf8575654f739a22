import { readFileSync } from 'node:fs';

/** Lines of a file, and the lines that take their place. */
export type Hunk = { before: string; after: string };

export type Step =
  | { kind: 'run'; script: string }
  | { kind: 'write'; path: string; text: string }
  | { kind: 'change'; path: string; hunks: Hunk[] };

/** `check` is the last `sh` block: the commands that show that the steps before it worked. */
export type Recipe = { title: string; steps: Step[]; check: string[]; paths: string[] };

// Optionally a line that ends in the path of a file and a colon, then a fenced block.
const fencedBlock = /(?:`([^`\n]+)`[^`\n]*:\n\n)?```(\w+)\n([\s\S]*?)```/g;

const readHunk = (hunk: string): Hunk => {
  const lines = hunk.replace(/\n$/, '').split('\n');
  const withMarks = (marks: string): string =>
    lines
      .filter((line) => marks.includes(line.charAt(0)))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  return { before: withMarks(' -'), after: withMarks(' +') };
};

const readStep = (path: string | undefined, language: string, text: string): Step => {
  if (language === 'sh') return { kind: 'run', script: text };
  if (path === undefined) throw new Error(`No path of a file precedes this block:\n${text}`);
  if (language === 'diff') return { kind: 'change', path, hunks: text.split(/^@@\n/m).map(readHunk) };
  return { kind: 'write', path, text };
};

const readSteps = (section: string): Step[] =>
  [...section.matchAll(fencedBlock)].map(([, path, language = '', text = '']) =>
    readStep(path, language, text),
  );

const readCheck = (last: Step | undefined): string[] => {
  if (last?.kind !== 'run') throw new Error('A recipe ends with the commands that check it.');
  return last.script.trimEnd().split('\n');
};

const readRecipe = (section: string): Recipe => {
  const steps = readSteps(section);
  return {
    title: section.slice(0, section.indexOf('\n')),
    check: readCheck(steps.pop()),
    steps,
    paths: [...section.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?)`/g)].map(([, path = '']) => path),
  };
};

/** Reads each section of a Markdown file that has steps. */
export const readRecipes = (path: string): Recipe[] =>
  readFileSync(path, 'utf8').split(/^## /m).slice(1).map(readRecipe);
