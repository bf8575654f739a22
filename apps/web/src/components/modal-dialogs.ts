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
    // The element that had the focus before the dialog is gone, or there was none.
    const { activeElement: focused } = document;
    if (focused === document.body || dialog.contains(focused)) document.querySelector('main')?.focus();
  };
};

export const topmostDialog = (): HTMLDialogElement | undefined => openDialogs.get().at(-1);

/** Whether a single dialog is open, and not busy. */
export const isOnlyDialogFree = (): boolean =>
  openDialogs.get().length === 1 && topmostDialog()?.ariaBusy !== 'true';

export const useTopmostDialog = (): HTMLDialogElement | undefined =>
  useSyncExternalStore(openDialogs.subscribe, topmostDialog);
