import { describe, expect, test } from 'vitest';
import { createUploadList } from './upload-list.ts';
import { createUploadEntry } from './upload-state.ts';

/** Returns a list of this many files, and what its subscribers are called for. */
const createList = (length: number) => {
  const list = createUploadList();
  list.add(
    Array.from({ length }, (_, index) => createUploadEntry(`${index}`, { name: 'photo.jpg', size: 100 })),
  );
  const calls: string[] = [];
  list.ids.subscribe(() => calls.push('ids'));
  list.counts.subscribe(() => calls.push('counts'));
  for (const id of list.ids.get()) list.follow(id)?.subscribe(() => calls.push(id));
  return { list, calls };
};

describe('the list of uploads', () => {
  test('does the same work for a change of one among 10,000 as of one alone', () => {
    const work = [1, 10_000].map((length) => {
      const { list, calls } = createList(length);
      const ids = list.ids.get();
      for (let sentBytes = 1; sentBytes <= 100; sentBytes += 1)
        list.change('0', { type: 'progressed', sentBytes, at: sentBytes });
      list.change('0', { type: 'finishing' });
      list.change('0', { type: 'done' });
      expect(list.ids.get()).toBe(ids);
      return calls;
    });

    expect(work[1]).toEqual(work[0]);
    expect(work[1]).toHaveLength(103);
  });

  test('keeps the order of choosing, and moves uploads that need the user to the start', () => {
    const { list } = createList(4);

    list.change('2', { type: 'failed', problem: 'The connection was lost.' });
    expect(list.ids.get()).toEqual(['2', '0', '1', '3']);
    list.change('2', { type: 'queued', name: 'photo.jpg' });
    expect(list.ids.get()).toEqual(['0', '1', '2', '3']);
  });

  test('counts the uploads of each kind', () => {
    const { list } = createList(5);

    list.change('0', { type: 'done' });
    list.change('1', { type: 'cancelled' });
    list.change('2', { type: 'failed', problem: '' });
    list.remove(['4', 'unknown']);

    expect(list.counts.get()).toEqual({ running: 1, needAttention: 1, done: 1, cancelled: 1 });
    list.remove(list.ids.get());
    expect(list.counts.get()).toEqual({ running: 0, needAttention: 0, done: 0, cancelled: 0 });
  });

  test('ignores an event of an upload that was dismissed', () => {
    const { list, calls } = createList(1);
    list.remove(['0']);
    calls.length = 0;

    list.change('0', { type: 'done' });

    expect(calls).toEqual([]);
    expect(list.find('0')).toBeUndefined();
  });
});
