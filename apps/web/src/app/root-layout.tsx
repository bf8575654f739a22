import { Outlet, ScrollRestoration } from 'react-router';
import { OfflineBanner } from '#components/offline-banner.tsx';
import { useNewVersionToast } from './use-new-version-toast.ts';
import { useUnhandledErrorToast } from './use-unhandled-error-toast.ts';

export const RootLayout = () => {
  useNewVersionToast();
  useUnhandledErrorToast();
  return (
    <>
      <OfflineBanner />
      <Outlet />
      <ScrollRestoration />
    </>
  );
};
