import { useEffect } from 'react';
import { Outlet, useLoaderData } from 'react-router';
import { ApiContext } from '#lib/api-context.tsx';
import { SessionContext } from '#lib/session-context.tsx';
import { preloadPages } from '../pages.ts';
import type { OpenedSession } from './open-session.ts';

/** Around every page that needs a session; what belongs to one user is provided by the signed-in layout. */
export const SessionProviders = () => {
  const { session, api } = useLoaderData<OpenedSession>();
  useEffect(() => void preloadPages(), []);
  return (
    <SessionContext value={session}>
      <ApiContext value={api}>
        <Outlet />
      </ApiContext>
    </SessionContext>
  );
};
