import { createContext, use } from 'react';
import type { ApiClient } from './api-client.ts';

export const ApiContext = createContext<ApiClient | null>(null);

/** Returns the API client: with the user's token on pages that need a session, anonymous on the others. */
export const useApi = (): ApiClient => {
  const api = use(ApiContext);
  if (api === null) throw new Error('useApi needs an ApiContext above it.');
  return api;
};
