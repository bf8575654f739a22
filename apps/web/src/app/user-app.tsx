import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-router/dom';
import type { WebConfig } from '#config/web-config.ts';
import { createAppRouter } from './router.tsx';
import { type OpenedSession, openSession } from './session/open-session.ts';

/** Starts the router, which loads the first page and, where it needs one, the session. */
export const createUserApp = (loadingConfig: Promise<WebConfig>, queryClient: QueryClient): ReactNode => {
  let opened: Promise<OpenedSession> | undefined;
  const open = async () => openSession(await loadingConfig, queryClient);
  const router = createAppRouter(() => {
    opened ??= open();
    return opened;
  });
  return <RouterProvider router={router} />;
};
