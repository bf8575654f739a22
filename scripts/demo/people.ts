/** A person of `pnpm dev --demo`, with a password that only opens the pool of this machine. */
export type DemoPerson = { readonly name: string; readonly email: string; readonly password: string };

export const ana: DemoPerson = {
  name: 'Ana Ruiz',
  email: 'ana@example.com',
  password: 'Ana-shares-files-1',
};

export const ben: DemoPerson = {
  name: 'Ben Okafor',
  email: 'ben@example.com',
  password: 'Ben-shares-files-1',
};

export const demoPeople = [ana, ben];
