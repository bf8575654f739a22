// Stands for an entry of apps/api.
export const handler = () => Promise.resolve();
