/** The only account: owner of all buckets and objects in listings. */
export const owner = { ID: 'local', DisplayName: 'local' } as const;
