import { afterEach, expect, test, vi } from 'vitest';
import { NetworkError } from '#lib/network-error.ts';
import { askWorker } from './ask-worker.ts';
import { UnreadableFileError } from './unreadable-file-error.ts';

afterEach(() => void vi.useRealTimers());

// Node has no Worker of the web: this one answers when a test does.
const createWorker = () => {
  const worker = new EventTarget() as Worker;
  const calls: unknown[] = [];
  worker.postMessage = (message: unknown) => void calls.push(message);
  worker.terminate = () => void calls.push('terminated');
  return { worker, calls };
};

const { signal } = new AbortController();

test('resolves with the answer and ends the worker', async () => {
  const { worker, calls } = createWorker();
  const answer = askWorker(worker, 'question', signal);

  worker.onmessage?.(new MessageEvent('message', { data: 'answer' }));

  await expect(answer).resolves.toBe('answer');
  expect(calls).toEqual(['question', 'terminated']);
});

test('ends a worker that takes longer than ten seconds', async () => {
  vi.useFakeTimers();
  const { worker, calls } = createWorker();
  const answer = expect(askWorker(worker, 'question', signal)).rejects.toThrow('takes too long');

  await vi.advanceTimersByTimeAsync(10_000);

  await answer;
  expect(calls).toEqual(['question', 'terminated']);
});

test('ends the worker with the preview', async () => {
  const preview = new AbortController();
  const { worker, calls } = createWorker();
  const answer = askWorker(worker, 'question', preview.signal);

  preview.abort();

  await expect(answer).rejects.toThrow('aborted');
  expect(calls).toEqual(['question', 'terminated']);
});

test.each([
  ['was not loaded', '', NetworkError],
  ['failed', 'RangeError: Maximum call stack size exceeded', UnreadableFileError],
])('tells a script that %s', async (_, message, error) => {
  const { worker } = createWorker();
  const answer = askWorker(worker, 'question', signal);

  worker.onerror?.(Object.assign(new Event('error'), { message }) as ErrorEvent);

  await expect(answer).rejects.toThrow(error);
});
