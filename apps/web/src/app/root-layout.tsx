import { Outlet, ScrollRestoration } from 'react-router';
import { OfflineBanner } from '#components/offline-banner.tsx';
import type { WebConfig } from '#config/web-config.ts';
import { createPublicApiClient } from '#lib/api-client.ts';
import { ApiContext } from '#lib/api-context.tsx';

/** Around every page; requests from here carry no token, which only the session area adds. */
export const createRootLayout = ({ apiBaseUrl }: WebConfig) => {
  const api = createPublicApiClient(apiBaseUrl);
  const RootLayout = () => (
    <ApiContext value={api}>
      <OfflineBanner />
      <Outlet />
      <ScrollRestoration />
    </ApiContext>
  );
  return RootLayout;
};
