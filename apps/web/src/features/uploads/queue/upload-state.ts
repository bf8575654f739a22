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
  | { readonly type: 'queued'; readonly name: string }
  | { readonly type: 'progressed'; readonly sentBytes: number; readonly at: number }
  | { readonly type: 'finishing' | 'done' | 'cancelled' }
  | { readonly type: 'failed' | 'name-refused'; readonly problem: string };

const idle = { sentBytes: 0, samples: [], problem: null };

/** Creates the entry of a file that was just chosen. */
export const createUploadEntry = (id: string, file: { name: string; size: number }): UploadEntry => ({
  id,
  name: file.name,
  sizeBytes: file.size,
  phase: 'waiting',
  ...idle,
});

/** Returns the entry after the event. */
export const changeUpload = (entry: UploadEntry, event: UploadEvent): UploadEntry => {
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

/** Whether leaving the page now would interrupt this upload. */
export const isRunning = ({ phase }: UploadEntry): boolean =>
  phase === 'waiting' || phase === 'uploading' || phase === 'finishing';

/** Whether the upload waits for the user. */
export const needsAttention = ({ phase }: UploadEntry): boolean =>
  phase === 'failed' || phase === 'name-refused';
