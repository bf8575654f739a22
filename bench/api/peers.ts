import type { HttpRequest } from '../measure/request-rate.ts';

/** Reads `NAME|URL` or `NAME|URL|HEADER: VALUE`: a GET request to a server that already runs. */
export const parsePeer = (text: string): [name: string, request: HttpRequest] => {
  const [name, url, header = ''] = text.split('|');
  if (!name || !url) throw new Error(`"${text}" is not NAME|URL or NAME|URL|HEADER: VALUE.`);
  const [, headerName, value] = /^([\w-]+): *(.+)$/.exec(header) ?? [];
  return [name, { url, headers: headerName && value ? { [headerName]: value } : {} }];
};
