/** The canonical user whom listings name, since there is only one. */
export const owner = { ID: 'local', DisplayName: 'local' } as const;
