// Kept per tab and out of the URL, so that no link can choose the redirect after a sign-in.
const key = 'share-my-files.return-path';

/** The path to return to after a sign-in at an identity provider. */
export const returnPath = {
  remember: (path: string): void => sessionStorage.setItem(key, path),
  read: (): string | undefined => sessionStorage.getItem(key) ?? undefined,
};
