import { createContext, use } from 'react';
import type { WebConfig } from './web-config.ts';

export const WebConfigContext = createContext<WebConfig | null>(null);

export const useWebConfig = (): WebConfig => {
  const config = use(WebConfigContext);
  if (config === null) throw new Error('useWebConfig needs a WebConfigContext above it.');
  return config;
};
