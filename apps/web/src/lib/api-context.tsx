import type { AxiosInstance } from 'axios';
import { createContext, use } from 'react';

export const ApiContext = createContext<AxiosInstance | null>(null);

/** The API client: authorised within the signed-in area, anonymous on the page of a public link. */
export const useApi = (): AxiosInstance => {
  const api = use(ApiContext);
  if (api === null) throw new Error('useApi needs an ApiContext above it.');
  return api;
};
