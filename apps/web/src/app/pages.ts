import type { ComponentType } from 'react';
import { paths } from '#config/paths.ts';
import { untilIdle } from '#lib/until-idle.ts';

type Load = () => Promise<ComponentType>;

/** A page, loaded when it is first opened. */
export type Page = { readonly path: string; readonly load: Load };

export const signInCallbackPage: Page = {
  path: paths.signInCallback,
  load: async () => (await import('./pages/sign-in-callback.tsx')).SignInCallbackPage,
};

export const goodbyePage: Page = {
  path: paths.goodbye,
  load: async () => (await import('./pages/goodbye.tsx')).GoodbyePage,
};

export const guestPages: readonly Page[] = [
  { path: paths.signIn, load: async () => (await import('./guest-app.ts')).SignInPage },
  { path: paths.signUp, load: async () => (await import('./pages/sign-up.tsx')).SignUpPage },
  { path: paths.confirm, load: async () => (await import('./pages/confirm.tsx')).ConfirmPage },
  {
    path: paths.resetPassword,
    load: async () => (await import('./pages/reset-password.tsx')).ResetPasswordPage,
  },
];

export const signedInPages: readonly Page[] = [
  { path: paths.files, load: async () => (await import('./signed-in-app.ts')).FilesPage },
  { path: paths.folder, load: async () => (await import('./pages/folder.tsx')).FolderPage },
  {
    path: paths.sharedWithMe,
    load: async () => (await import('./pages/shared-with-me.tsx')).SharedWithMePage,
  },
  { path: paths.search, load: async () => (await import('./pages/search.tsx')).SearchPage },
  { path: paths.trash, load: async () => (await import('./pages/trash.tsx')).TrashPage },
  { path: paths.account, load: async () => (await import('./pages/account.tsx')).AccountPage },
];

export const loadGuestLayout: Load = async () => (await import('./guest-app.ts')).GuestLayout;

export const loadSignedInLayout: Load = async () => (await import('./signed-in-app.ts')).SignedInLayout;

/**
 * Loads the pages ahead of time, once the first one is loaded: navigation is instant, works offline, and survives a
 * deployment that replaces the files. One at a time, whenever the browser is idle, so that the first page never waits.
 */
export const preloadPages = async (): Promise<void> => {
  const loads: (() => Promise<unknown>)[] = [
    loadGuestLayout,
    loadSignedInLayout,
    ...[...guestPages, ...signedInPages].map(({ load }) => load),
    () => import('#components/radix-menu.tsx'),
    () => import('#features/files/browser/item-dialog.tsx'),
    () => import('#features/folders/components/new-folder-dialog.tsx'),
    () => import('#features/folders/move/move-items-dialog.tsx'),
    () => import('./signed-in/share-dialog.tsx'),
    () => import('./signed-in/shortcuts-dialog.tsx'),
    () => import('#features/auth/cognito/sign-in-with-provider.ts'),
    () => import('#features/auth/cognito/start-sign-in.ts'),
    () => import('#features/auth/components/session-ended-dialog.tsx'),
    () => import('#features/auth/steps/further-step.tsx'),
    () => import('#features/uploads/components/upload-rows.tsx'),
    () => import('#features/uploads/transfer/upload-file.ts'),
  ];
  for (const load of loads) {
    await untilIdle();
    // A page that fails to load now is loaded again when it is opened.
    await load().catch(() => undefined);
  }
};
