import { useEffect } from 'react';
import { useToast } from '#components/toast-context.ts';
import { showUnhandledErrors } from '#lib/unhandled-errors.ts';

/** Shows a toast when an event handler throws or a promise rejects, and nothing else reports it. */
export const useUnhandledErrorToast = (): void => {
  const showToast = useToast();
  useEffect(
    () => showUnhandledErrors({ page: window, showMessage: (message) => showToast({ message }) }),
    [showToast],
  );
};
