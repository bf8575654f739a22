import { useSyncExternalStore } from 'react';
import { createObservable } from '#lib/observable.ts';

/** The open modal dialogs, topmost last; everything outside the topmost is inert. */
const openDialogs = createObservable<readonly HTMLDialogElement[]>([]);

/** Opens the dialog; returns a function that closes it. */
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
