import { expect, test } from 'vitest';
import { createUploadEntry } from '../queue/upload-state.ts';
import { describeUpload } from './upload-status.ts';

const entry = createUploadEntry('1', { name: 'film.mp4', size: 10_000_000 });
const moving = {
  ...entry,
  phase: 'uploading' as const,
  sentBytes: 4_000_000,
  samples: [
    { at: 0, sentBytes: 2_000_000 },
    { at: 1_000, sentBytes: 4_000_000 },
  ],
};

test.each([
  [entry, true, 'Waiting'],
  [entry, false, 'Waiting for a connection'],
  [moving, true, '4 MB of 10 MB · 2 MB/s · 3 sec left'],
  [moving, false, 'Waiting for a connection'],
  [{ ...moving, samples: [] }, true, '4 MB of 10 MB'],
  [{ ...entry, phase: 'finishing' as const }, true, 'Finishing'],
  [{ ...entry, phase: 'done' as const }, false, 'Done'],
  [{ ...entry, phase: 'failed' as const, problem: 'The disk is full.' }, true, 'The disk is full.'],
])('describes the progress of an upload: %#', (upload, isOnline, words) => {
  expect(describeUpload(upload, isOnline)).toBe(words);
});
