import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findRun, recordRun } from './run-record.ts';
import { parseSettings } from './settings.ts';

const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'share-my-files-run-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};

test('finds the running stack of a data folder until it ends', () => {
  const folder = makeFolder();
  const forget = recordRun(parseSettings([`--data=${folder}`, '--web-port=4000']));

  expect(findRun(folder)).toMatchObject({ processId: process.pid, ports: expect.arrayContaining([4000]) });
  forget();
  expect(findRun(folder)).toBeUndefined();
});

test('ignores the record of a killed process', () => {
  const folder = makeFolder();
  // Above the largest process id of Linux and macOS.
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ processId: 2 ** 30, ports: [4000] }));

  expect(findRun(folder)).toBeUndefined();
});
