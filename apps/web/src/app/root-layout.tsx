import { Outlet, ScrollRestoration } from 'react-router';
import { OfflineBanner } from '#components/offline-banner.tsx';

export const RootLayout = () => (
  <>
    <OfflineBanner />
    <Outlet />
    <ScrollRestoration />
  </>
);
