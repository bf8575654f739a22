import { useEffect } from 'react';
import { type NavigateFunction, useBlocker } from 'react-router';
import { isOnlyDialogFree, topmostDialog } from './modal-dialogs.ts';

// A router reports a step back of the app's own like one of the user.
let isOwnStep = false;

/** Closes the dialog of the address as the user's step back does, so that opening and closing leaves no entry behind. */
export const stepBack = (navigate: NavigateFunction): void => {
  isOwnStep = true;
  void navigate(-1);
};

/** A step back closes the topmost dialog instead of leaving the page under it, and waits while the dialog is busy. */
export const useDialogHistory = (): void => {
  const blocker = useBlocker(({ historyAction, currentLocation, nextLocation }) => {
    const isOwn = isOwnStep;
    isOwnStep = false;
    if (historyAction !== 'POP' || isOwn || topmostDialog()?.dataset.closable === undefined) return false;
    // Within a page, the step itself closes the dialog that the address names.
    return currentLocation.pathname !== nextLocation.pathname || !isOnlyDialogFree();
  });

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    // As Escape does: a dialog that is busy ignores it.
    topmostDialog()?.dispatchEvent(new Event('cancel', { cancelable: true }));
    blocker.reset();
  }, [blocker]);
};
