import type { ServerResponse } from 'node:http';
import { sendEmpty } from './send.ts';

/** Adds parameters to a URL. Omits those without a value. */
export const withParameters = (address: string, parameters: Record<string, string | undefined>): string => {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.append(name, value);
  }
  return url.href;
};

/** Redirects the browser, without a Referer and without caching. */
export const sendRedirect = (response: ServerResponse, location: string): void =>
  sendEmpty(response, 302, { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
