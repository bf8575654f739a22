import { productName } from '@share-my-files/contract';
import { focusManager } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useToast } from '#components/toast-context.ts';
import { hasNewVersion } from '#lib/has-new-version.ts';

const pauseMilliseconds = 10 * 60_000;

/** Offers to reload a tab that gets the focus and runs an old version of the app. */
export const useNewVersionToast = (): void => {
  const showToast = useToast();

  useEffect(() => {
    let checkedAt = Date.now();

    const check = async () => {
      // Without a connection, the next focus checks again.
      if (!(await hasNewVersion().catch(() => false))) return;
      showToast({
        message: `A new version of ${productName} is available.`,
        action: { label: 'Reload', onAction: () => window.location.reload() },
      });
    };

    return focusManager.subscribe((isFocused) => {
      if (!isFocused || Date.now() - checkedAt < pauseMilliseconds) return;
      checkedAt = Date.now();
      void check();
    });
  }, [showToast]);
};
