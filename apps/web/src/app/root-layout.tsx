import { Outlet, ScrollRestoration } from 'react-router';
import { OfflineBanner } from '#components/offline-banner.tsx';
import { useNewVersionToast } from './use-new-version-toast.ts';

export const RootLayout = () => {
  useNewVersionToast();
  return (
    <>
      <OfflineBanner />
      <Outlet />
      <ScrollRestoration />
    </>
  );
};
