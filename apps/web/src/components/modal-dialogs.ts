import { useSyncExternalStore } from 'react';
import { createObservable } from '#lib/observable.ts';

/** The modal dialogs that are open, the topmost last; all that is outside of that one is inert. */
const openDialogs = createObservable<readonly HTMLDialogElement[]>([]);

/** Returns what closes the dialog. */
export const openModally = (dialog: HTMLDialogElement): (() => void) => {
  dialog.showModal();
  openDialogs.set([...openDialogs.get(), dialog]);
  return () => {
    openDialogs.set(openDialogs.get().filter((open) => open !== dialog));
    dialog.close();
  };
};

export const useTopmostDialog = (): HTMLDialogElement | undefined =>
  useSyncExternalStore(openDialogs.subscribe, openDialogs.get).at(-1);
