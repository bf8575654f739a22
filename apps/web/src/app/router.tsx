import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { LoadingPage } from '#components/loading-page.tsx';
import { paths } from '#config/paths.ts';
import type { WebConfig } from '#config/web-config.ts';
import { NotFound } from './errors/not-found.tsx';
import { PageError } from './errors/page-error.tsx';
import { RootError } from './errors/root-error.tsx';
import { createRootLayout } from './root-layout.tsx';

const signedInRoutes: RouteObject[] = [
  {
    path: paths.files,
    lazy: { Component: async () => (await import('./routes/files.tsx')).FilesRoute },
  },
  {
    path: paths.sharedWithMe,
    lazy: { Component: async () => (await import('./routes/shared-with-me.tsx')).SharedWithMeRoute },
  },
  {
    path: paths.trash,
    lazy: { Component: async () => (await import('./routes/trash.tsx')).TrashRoute },
  },
  {
    path: paths.account,
    lazy: { Component: async () => (await import('./routes/account.tsx')).AccountRoute },
  },
];

const guestRoutes: RouteObject[] = [
  {
    path: paths.signIn,
    lazy: { Component: async () => (await import('./routes/sign-in.tsx')).SignInRoute },
  },
  {
    path: paths.signUp,
    lazy: { Component: async () => (await import('./routes/sign-up.tsx')).SignUpRoute },
  },
  {
    path: paths.confirm,
    lazy: { Component: async () => (await import('./routes/confirm.tsx')).ConfirmRoute },
  },
  {
    path: paths.resetPassword,
    lazy: { Component: async () => (await import('./routes/reset-password.tsx')).ResetPasswordRoute },
  },
];

/** Every page is loaded when it is first opened; that of a public link comes without Amplify. */
export const createAppRouter = (config: WebConfig, queryClient: QueryClient) =>
  createBrowserRouter([
    {
      Component: createRootLayout(config),
      ErrorBoundary: RootError,
      HydrateFallback: LoadingPage,
      children: [
        { path: '/', element: <Navigate to={paths.files} replace /> },
        {
          path: paths.publicLink,
          lazy: { Component: async () => (await import('./routes/public-link.tsx')).PublicLinkRoute },
        },
        {
          lazy: {
            Component: async () =>
              (await import('./session/session-area.tsx')).createSessionArea(config, queryClient),
          },
          children: [
            {
              lazy: { Component: async () => (await import('./guest/guest-layout.tsx')).GuestLayout },
              children: [{ ErrorBoundary: PageError, children: guestRoutes }],
            },
            {
              path: paths.signInCallback,
              lazy: {
                Component: async () => (await import('./routes/sign-in-callback.tsx')).SignInCallbackRoute,
              },
            },
            {
              lazy: {
                Component: async () => (await import('./signed-in/signed-in-layout.tsx')).SignedInLayout,
              },
              children: [{ ErrorBoundary: PageError, children: signedInRoutes }],
            },
          ],
        },
        { path: '*', Component: NotFound },
      ],
    },
  ]);
