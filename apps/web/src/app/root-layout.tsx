import { Outlet, ScrollRestoration } from 'react-router';
import { AppNotices } from './notices.tsx';

export const RootLayout = () => (
  <>
    <AppNotices />
    <Outlet />
    <ScrollRestoration />
  </>
);
