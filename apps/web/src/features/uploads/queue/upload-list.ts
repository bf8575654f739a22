import { createObservable, type Observable } from '#lib/observable.ts';
import {
  changeUpload,
  isRunning,
  needsAttention,
  type UploadEntry,
  type UploadEvent,
} from './upload-state.ts';

/** How many uploads there are of each kind. */
export type UploadCounts = {
  readonly running: number;
  readonly needAttention: number;
  readonly done: number;
  readonly cancelled: number;
};

export type Readable<Value> = Pick<Observable<Value>, 'get' | 'subscribe' | 'when'>;

/** The uploads as the page reads them; each can be followed by itself. */
export type Uploads = {
  /** In the order of the panel: the uploads that need the user must not be out of sight. */
  readonly ids: Readable<readonly string[]>;
  readonly counts: Readable<UploadCounts>;
  find(id: string): UploadEntry | undefined;
  follow(id: string): Readable<UploadEntry> | undefined;
};

export type UploadList = Uploads & {
  add(entries: readonly UploadEntry[]): void;
  change(id: string, event: UploadEvent): void;
  remove(ids: readonly string[]): void;
};

const noUploads: UploadCounts = { running: 0, needAttention: 0, done: 0, cancelled: 0 };

const kindOf = (entry: UploadEntry): keyof UploadCounts => {
  if (isRunning(entry)) return 'running';
  if (needsAttention(entry)) return 'needAttention';
  return entry.phase === 'done' ? 'done' : 'cancelled';
};

/**
 * The list of uploads. Each upload can be followed by itself, and the counts are kept: what an event costs does not
 * depend on how many uploads there are. Only a change of the order makes a new list of ids.
 */
export const createUploadList = (): UploadList => {
  const entries = new Map<string, UploadEntry>();
  // Of the uploads that something follows, such as a row in view.
  const followed = new Map<string, Observable<UploadEntry>>();
  const attention = new Set<string>();
  const ids = createObservable<readonly string[]>([]);
  const counts = createObservable(noUploads);

  const count = (changes: readonly { entry: UploadEntry; by: 1 | -1 }[]) => {
    const next = { ...counts.get() };
    for (const { entry, by } of changes) next[kindOf(entry)] += by;
    counts.set(next);
  };

  const arrange = () => ids.set([...attention, ...[...entries.keys()].filter((id) => !attention.has(id))]);

  const mark = (entry: UploadEntry) => {
    if (needsAttention(entry)) attention.add(entry.id);
    else attention.delete(entry.id);
  };

  const add = (added: readonly UploadEntry[]) => {
    for (const entry of added) {
      entries.set(entry.id, entry);
      mark(entry);
    }
    count(added.map((entry) => ({ entry, by: 1 })));
    arrange();
  };

  const change = (id: string, event: UploadEvent) => {
    const before = entries.get(id);
    if (!before) return;
    const after = changeUpload(before, event);
    entries.set(id, after);
    followed.get(id)?.set(after);
    if (kindOf(before) === kindOf(after)) return;
    count([
      { entry: before, by: -1 },
      { entry: after, by: 1 },
    ]);
    if (needsAttention(before) === needsAttention(after)) return;
    mark(after);
    arrange();
  };

  const remove = (removed: readonly string[]) => {
    const known = removed.flatMap((id) => entries.get(id) ?? []);
    for (const { id } of known) {
      entries.delete(id);
      followed.delete(id);
      attention.delete(id);
    }
    count(known.map((entry) => ({ entry, by: -1 })));
    arrange();
  };

  const follow = (id: string) => {
    const entry = entries.get(id);
    if (entry && !followed.has(id)) followed.set(id, createObservable(entry));
    return followed.get(id);
  };

  return { ids, counts, find: (id) => entries.get(id), follow, add, change, remove };
};
