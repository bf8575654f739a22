import { NetworkError } from '#lib/network-error.ts';
import { UnreadableFileError } from './unreadable-file-error.ts';

const maximumMilliseconds = 10_000;

const tooSlow = (): Error => new UnreadableFileError({ title: 'This file takes too long to show' });

/**
 * Sends one message to a new worker, resolves with its answer and ends it. A hostile file keeps only its own worker
 * busy, and not for long: it ends with the preview.
 */
export const askWorker = <Question, Answer>(
  worker: Worker,
  question: Question,
  signal: AbortSignal,
): Promise<Answer> => {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const timeout = setTimeout(() => reject(tooSlow()), maximumMilliseconds);
  if (signal.aborted) reject(signal.reason);
  signal.addEventListener('abort', () => reject(signal.reason));
  worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
  // A script that was not loaded has no message.
  worker.onerror = ({ message }) =>
    reject(message ? new UnreadableFileError({ title: "This file can't be previewed" }) : new NetworkError());
  worker.postMessage(question);
  return promise.finally(() => {
    clearTimeout(timeout);
    worker.terminate();
  });
};
