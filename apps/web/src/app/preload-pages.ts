/**
 * Loads the pages ahead, so that they follow each other at once, open offline, and open after a deployment has
 * replaced the files.
 */
export const preloadPages = async (): Promise<void> => {
  // What cannot be loaded now is loaded when it is needed.
  await Promise.allSettled([
    import('#features/auth/components/session-ended-dialog.tsx'),
    import('./guest/guest-layout.tsx'),
    import('./routes/sign-in.tsx'),
    import('./routes/sign-up.tsx'),
    import('./routes/confirm.tsx'),
    import('./routes/reset-password.tsx'),
    import('./signed-in/signed-in-layout.tsx'),
    import('./routes/files.tsx'),
    import('./routes/shared-with-me.tsx'),
    import('./routes/trash.tsx'),
    import('./routes/account.tsx'),
  ]);
};
