import type { ServerResponse } from 'node:http';
import { sendEmpty } from './send.ts';

/** Adds parameters to an address that may have some already; those without a value are left out. */
export const withParameters = (address: string, parameters: Record<string, string | undefined>): string => {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.append(name, value);
  }
  return url.href;
};

/** Sends the browser on; what led there is told to nobody and kept nowhere. */
export const sendRedirect = (response: ServerResponse, location: string): void =>
  sendEmpty(response, 302, { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
