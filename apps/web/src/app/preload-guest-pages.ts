/**
 * Loads the pages of a guest ahead, so that they follow each other at once, and so that signing out works
 * offline and signing in again after a deployment has replaced the files.
 */
export const preloadGuestPages = async (): Promise<void> => {
  // What cannot be loaded now is loaded when it is needed.
  await Promise.allSettled([
    import('#features/auth/session-ended-dialog.tsx'),
    import('./guest-layout.tsx'),
    import('./routes/sign-in.tsx'),
    import('./routes/sign-up.tsx'),
    import('./routes/confirm.tsx'),
    import('./routes/reset-password.tsx'),
  ]);
};
