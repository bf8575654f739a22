import { expect, test } from 'vitest';
import { summarizeUploads } from './summarize-uploads.ts';

test.each([
  [{ running: 1, needAttention: 1, done: 1, cancelled: 1 }, 'Uploading 1 file'],
  [{ running: 0, needAttention: 1, done: 1, cancelled: 1 }, '1 file needs your attention'],
  [{ running: 0, needAttention: 2, done: 0, cancelled: 0 }, '2 files need your attention'],
  [{ running: 0, needAttention: 0, done: 2, cancelled: 0 }, 'Uploads finished'],
  [{ running: 0, needAttention: 0, done: 0, cancelled: 1 }, '1 upload cancelled'],
  [{ running: 0, needAttention: 0, done: 1200, cancelled: 2 }, '1,200 files uploaded, 2 uploads cancelled'],
])('summarizes %j as "%s"', (counts, summary) => {
  expect(summarizeUploads(counts)).toBe(summary);
});
