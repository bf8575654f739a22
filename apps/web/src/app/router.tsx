import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { LoadingPage } from '#components/loading-page.tsx';
import { paths } from '#config/paths.ts';
import { NotFound } from './errors/not-found.tsx';
import { PageError } from './errors/page-error.tsx';
import { RootError } from './errors/root-error.tsx';
import {
  goodbyePage,
  guestPages,
  loadGuestLayout,
  loadSignedInLayout,
  type Page,
  signedInPages,
  signInCallbackPage,
} from './pages.ts';
import { RootLayout } from './root-layout.tsx';
import type { OpenedSession } from './session/open-session.ts';
import { SessionProviders } from './session/session-providers.tsx';

const toRoute = ({ path, load }: Page): RouteObject => ({ path, lazy: { Component: load } });

const withErrors = (pages: readonly Page[]): RouteObject[] => [
  { ErrorBoundary: PageError, children: pages.map(toRoute) },
];

/** Loads each page's code when it is first opened. */
export const createAppRouter = (openSession: () => Promise<OpenedSession>) =>
  createBrowserRouter([
    {
      Component: RootLayout,
      ErrorBoundary: RootError,
      HydrateFallback: LoadingPage,
      children: [
        { path: '/', element: <Navigate to={paths.files} replace /> },
        toRoute(goodbyePage),
        {
          loader: openSession,
          shouldRevalidate: () => false,
          Component: SessionProviders,
          children: [
            { lazy: { Component: loadGuestLayout }, children: withErrors(guestPages) },
            toRoute(signInCallbackPage),
            { lazy: { Component: loadSignedInLayout }, children: withErrors(signedInPages) },
          ],
        },
        { path: '*', Component: NotFound },
      ],
    },
  ]);
