import { describe, expect, test } from 'vitest';
import { changeUpload, createUploadEntry, isRunning, type UploadEvent } from './upload-state.ts';

const photo = createUploadEntry('1', { name: 'photo.jpg', size: 100 });
const after = (...events: UploadEvent[]) => events.reduce(changeUpload, photo);

describe('an upload', () => {
  test('has sent what the last progress counts', () => {
    expect(after({ type: 'progressed', sentBytes: 50, at: 1 })).toMatchObject({
      phase: 'uploading',
      sentBytes: 50,
    });
  });

  test('counts all bytes as sent while it is finishing', () => {
    expect(after({ type: 'progressed', sentBytes: 90, at: 1 }, { type: 'finishing' })).toMatchObject({
      phase: 'finishing',
      sentBytes: 100,
      samples: [],
    });
  });

  test('keeps the sent bytes when it fails, and clears the failure on retry', () => {
    const problem = 'The connection was lost.';
    const failed = after({ type: 'progressed', sentBytes: 90, at: 1 }, { type: 'failed', problem });

    expect(failed).toMatchObject({ phase: 'failed', sentBytes: 90, problem });
    expect(changeUpload(failed, { type: 'queued', name: 'photo.jpg' })).toEqual(photo);
  });

  test('takes the new name after a rejected one', () => {
    expect(
      after({ type: 'name-refused', problem: 'Reserved.' }, { type: 'queued', name: 'holiday.jpg' }),
    ).toMatchObject({ phase: 'waiting', name: 'holiday.jpg', problem: null });
  });

  test('counts as running until it is done, failed, rejected or cancelled', () => {
    const ended: UploadEvent[] = [
      { type: 'done' },
      { type: 'cancelled' },
      { type: 'failed', problem: '' },
      { type: 'name-refused', problem: '' },
    ];

    expect(isRunning(after({ type: 'finishing' }))).toBe(true);
    expect(ended.map((event) => isRunning(after(event)))).toEqual([false, false, false, false]);
  });
});
