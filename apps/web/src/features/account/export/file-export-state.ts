import type { NamedFile } from './save-files.ts';

/** A file that was not saved, and why. */
export type FileFailure = { readonly id: string; readonly name: string; readonly reason: string };

/** An export of all files: how far it is, and why it does not go on. */
export type FileExport = {
  readonly phase: 'idle' | 'listing' | 'saving' | 'stopped' | 'finished';
  readonly files: readonly NamedFile[];
  readonly savedIds: ReadonlySet<string>;
  readonly failures: readonly FileFailure[];
  readonly problem: string | null;
};

export const idleExport: FileExport = {
  phase: 'idle',
  files: [],
  savedIds: new Set(),
  failures: [],
  problem: null,
};

export type FileExportEvent =
  | { readonly type: 'listing' | 'stopped' | 'finished' }
  | { readonly type: 'saving'; readonly files: readonly NamedFile[] }
  | { readonly type: 'saved'; readonly file: NamedFile }
  | { readonly type: 'failed'; readonly failure: FileFailure }
  | { readonly type: 'interrupted'; readonly problem: string };

export const reduceFileExport = (state: FileExport, event: FileExportEvent): FileExport => {
  switch (event.type) {
    case 'listing':
      return { ...idleExport, phase: 'listing' };
    case 'saving':
      return { ...state, phase: 'saving', files: event.files, failures: [], problem: null };
    case 'saved':
      return { ...state, savedIds: new Set(state.savedIds).add(event.file.id) };
    case 'failed':
      return { ...state, failures: [...state.failures, event.failure] };
    case 'interrupted':
      return { ...state, phase: 'stopped', problem: event.problem };
    default:
      return { ...state, phase: event.type };
  }
};

export const remainingFiles = ({ files, savedIds }: FileExport): readonly NamedFile[] =>
  files.filter(({ id }) => !savedIds.has(id));
