import { expect, test } from 'vitest';
import { createUploadEntry } from '../queue/upload-state.ts';
import { describeUpload } from './upload-status.ts';

const mebibyte = 1024 ** 2;
const entry = createUploadEntry('1', { name: 'film.mp4', size: 10 * mebibyte });
const moving = {
  ...entry,
  phase: 'uploading' as const,
  sentBytes: 4 * mebibyte,
  samples: [
    { at: 0, sentBytes: 2 * mebibyte },
    { at: 1_000, sentBytes: 4 * mebibyte },
  ],
};

test.each([
  [entry, true, 'Waiting'],
  [entry, false, 'Waiting for a connection'],
  [moving, true, '4\u00A0MiB of 10\u00A0MiB · 2\u00A0MiB/s · 3 sec left'],
  [moving, false, 'Waiting for a connection'],
  [{ ...moving, samples: [] }, true, '4\u00A0MiB of 10\u00A0MiB'],
  [{ ...entry, phase: 'finishing' as const }, true, 'Finishing'],
  [{ ...entry, phase: 'done' as const }, false, 'Done'],
  [{ ...entry, phase: 'failed' as const, problem: 'The disk is full.' }, true, 'The disk is full.'],
])('describes the progress of an upload: %#', (upload, isOnline, words) => {
  expect(describeUpload(upload, isOnline)).toBe(words);
});
