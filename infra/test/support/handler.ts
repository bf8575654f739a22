/** Stands for the API's own entries, which other tests cover. */
export const handler = (): Promise<string> => Promise.resolve('ok');
