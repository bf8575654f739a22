import { useEffect, useReducer, useRef } from 'react';
import type { ApiClient } from '#lib/api-client.ts';
import { useApi } from '#lib/api-context.tsx';
import { explainError } from '#lib/explained-error.ts';
import { NetworkError } from '#lib/network-error.ts';
import { chooseDestination, type FileDestination } from './file-destination.ts';
import {
  type FileExport,
  type FileExportEvent,
  idleExport,
  reduceFileExport,
  remainingFiles,
} from './file-export-state.ts';
import { listExportedFiles } from './list-exported-files.ts';
import { nameSavedFiles } from './name-saved-files.ts';
import { saveFiles } from './save-files.ts';

type Run = {
  readonly api: ApiClient;
  readonly signal: AbortSignal;
  readonly dispatch: (event: FileExportEvent) => void;
};

/** Lists the files unless an earlier run has, and saves those that are not saved yet. */
const run = async (state: FileExport, destination: FileDestination, { api, signal, dispatch }: Run) => {
  if (state.files.length === 0) dispatch({ type: 'listing' });
  const files = state.files.length > 0 ? state.files : nameSavedFiles(await listExportedFiles(api, signal));
  dispatch({ type: 'saving', files });
  await saveFiles(remainingFiles({ ...state, files }), {
    api,
    destination,
    signal,
    onSaved: (file) => dispatch({ type: 'saved', file }),
    onFailed: ({ id, name }, reason) => dispatch({ type: 'failed', failure: { id, name, reason } }),
  });
  dispatch({ type: signal.aborted ? 'stopped' : 'finished' });
};

const isRunning = ({ phase }: FileExport): boolean => phase === 'listing' || phase === 'saving';

const useWarningBeforeUnload = (isNeeded: boolean): void =>
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isNeeded]);

/** Saves all files of the user on their device, for as long as the page is open. */
export const useFileExport = () => {
  const api = useApi();
  const [state, dispatch] = useReducer(reduceFileExport, idleExport);
  const abort = useRef(new AbortController());
  const destination = useRef<FileDestination>(undefined);
  useWarningBeforeUnload(isRunning(state));
  useEffect(() => () => abort.current.abort(), []);

  const start = async (from: FileExport) => {
    abort.current = new AbortController();
    const { signal } = abort.current;
    try {
      destination.current ??= await chooseDestination();
      if (destination.current !== undefined) await run(from, destination.current, { api, signal, dispatch });
    } catch (error) {
      // A folder that can no longer be used is chosen anew.
      if (!(error instanceof NetworkError)) destination.current = undefined;
      dispatch(signal.aborted ? { type: 'stopped' } : { type: 'interrupted', problem: explainError(error) });
    }
  };

  return {
    state,
    isRunning: isRunning(state),
    start: () => {
      destination.current = undefined;
      void start(idleExport);
    },
    /** Saves the files that an earlier run did not. */
    resume: () => void start(state),
    stop: () => abort.current.abort(),
  };
};
