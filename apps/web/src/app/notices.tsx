import { OfflineBanner } from '#components/offline-banner.tsx';
import { useNewVersionToast } from './use-new-version-toast.ts';
import { useUnhandledErrorToast } from './use-unhandled-error-toast.ts';

/** What every page says besides its content. */
export const AppNotices = () => {
  useNewVersionToast();
  useUnhandledErrorToast();
  return <OfflineBanner />;
};
