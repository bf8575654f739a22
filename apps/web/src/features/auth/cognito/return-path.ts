// Of this tab alone, and in no URL: no link can choose where a sign-in leads.
const key = 'share-my-files.return-path';

/** Where the person wanted to go, kept while another site signs them in. */
export const returnPath = {
  remember: (path: string): void => sessionStorage.setItem(key, path),
  read: (): string | undefined => sessionStorage.getItem(key) ?? undefined,
};
