/** Stands for a program of apps/api. */
export const handler = (): Promise<string> => Promise.resolve('the api');
