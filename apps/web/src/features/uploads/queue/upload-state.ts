import { addRateSample, type RateSample } from './transfer-rate.ts';

/** The phase of an upload. */
type UploadPhase = 'waiting' | 'uploading' | 'finishing' | 'done' | 'failed' | 'name-refused' | 'cancelled';

/** A row of the uploads panel. */
export type UploadEntry = {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly phase: UploadPhase;
  readonly sentBytes: number;
  readonly samples: readonly RateSample[];
  readonly problem: string | null;
};

export type UploadEvent =
  | { readonly type: 'added'; readonly entries: readonly UploadEntry[] }
  | { readonly type: 'queued'; readonly id: string; readonly name: string }
  | { readonly type: 'progressed'; readonly id: string; readonly sentBytes: number; readonly at: number }
  | { readonly type: 'finishing' | 'done' | 'cancelled' | 'dismissed'; readonly id: string }
  | { readonly type: 'failed' | 'name-refused'; readonly id: string; readonly problem: string };

const idle = { sentBytes: 0, samples: [], problem: null };

/** Creates the entry of a file that was just chosen. */
export const createUploadEntry = (id: string, file: { name: string; size: number }): UploadEntry => ({
  id,
  name: file.name,
  sizeBytes: file.size,
  phase: 'waiting',
  ...idle,
});

const change = (entry: UploadEntry, event: Exclude<UploadEvent, { type: 'added' }>): UploadEntry => {
  switch (event.type) {
    case 'queued':
      return { ...entry, ...idle, phase: 'waiting', name: event.name };
    case 'progressed': {
      const { at, sentBytes } = event;
      return {
        ...entry,
        phase: 'uploading',
        sentBytes,
        samples: addRateSample(entry.samples, { at, sentBytes }),
      };
    }
    case 'finishing':
    case 'done':
      return { ...entry, phase: event.type, sentBytes: entry.sizeBytes, samples: [] };
    case 'failed':
    case 'name-refused':
      return { ...entry, phase: event.type, problem: event.problem, samples: [] };
    default:
      return { ...entry, phase: 'cancelled', samples: [] };
  }
};

/** Reducer of the list of uploads; entries that the event does not concern keep their identity. */
export const reduceUploads = (
  entries: readonly UploadEntry[],
  event: UploadEvent,
): readonly UploadEntry[] => {
  if (event.type === 'added') return [...entries, ...event.entries];
  if (event.type === 'dismissed') return entries.filter(({ id }) => id !== event.id);
  return entries.map((entry) => (entry.id === event.id ? change(entry, event) : entry));
};

/** Whether leaving the page now would interrupt this upload. */
export const isRunning = ({ phase }: UploadEntry): boolean =>
  phase === 'waiting' || phase === 'uploading' || phase === 'finishing';
