import { describe, expect, test } from 'vitest';
import { createUploadEntry, isRunning, reduceUploads, type UploadEvent } from './upload-state.ts';

const photo = createUploadEntry('1', { name: 'photo.jpg', size: 100 });
const film = createUploadEntry('2', { name: 'film.mp4', size: 200 });
const after = (...events: UploadEvent[]) => events.reduce(reduceUploads, [photo, film]);

describe('the list of uploads', () => {
  test('appends chosen files in order, including equal names', () => {
    const entries = after({ type: 'added', entries: [{ ...photo, id: '3' }] });

    expect(entries.map(({ id, name }) => [id, name])).toEqual([
      ['1', 'photo.jpg'],
      ['2', 'film.mp4'],
      ['3', 'photo.jpg'],
    ]);
  });

  test('updates the progress of one file and keeps the identity of the others', () => {
    const entries = after({ type: 'progressed', id: '2', sentBytes: 50, at: 1 });

    expect(entries[0]).toBe(photo);
    expect(entries[1]).toMatchObject({ phase: 'uploading', sentBytes: 50 });
  });

  test('counts all bytes as sent while an upload is finishing', () => {
    const entries = after(
      { type: 'progressed', id: '1', sentBytes: 90, at: 1 },
      { type: 'finishing', id: '1' },
    );

    expect(entries[0]).toMatchObject({ phase: 'finishing', sentBytes: 100, samples: [] });
  });

  test('keeps the sent bytes when an upload fails, and clears the failure on retry', () => {
    const failed = after(
      { type: 'progressed', id: '1', sentBytes: 90, at: 1 },
      { type: 'failed', id: '1', problem: 'The connection was lost.' },
    );
    const again = reduceUploads(failed, { type: 'queued', id: '1', name: 'photo.jpg' });

    expect(failed[0]).toMatchObject({ phase: 'failed', sentBytes: 90, problem: 'The connection was lost.' });
    expect(again[0]).toEqual(photo);
  });

  test('takes the new name after a rejected one', () => {
    const entries = after(
      { type: 'name-refused', id: '1', problem: 'This name is reserved.' },
      { type: 'queued', id: '1', name: 'holiday.jpg' },
    );

    expect(entries[0]).toMatchObject({ phase: 'waiting', name: 'holiday.jpg', problem: null });
  });

  test('removes a dismissed upload', () => {
    expect(after({ type: 'done', id: '1' }, { type: 'dismissed', id: '1' })).toEqual([film]);
  });

  test('counts an upload as running until it is done, failed, rejected or cancelled', () => {
    expect(after({ type: 'finishing', id: '1' }).map(isRunning)).toEqual([true, true]);
    expect(after({ type: 'done', id: '1' }, { type: 'cancelled', id: '2' }).map(isRunning)).toEqual([
      false,
      false,
    ]);
  });
});
