import { apiBasePath } from '@share-my-files/contract';
import { type ApiRequest, type SendRequest, timeoutMilliseconds } from './api-request.ts';
import { fetchText } from './fetch-body.ts';
import { toProblemError } from './to-problem-error.ts';

const addQuery = (path: string, query: object = {}): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(Object.fromEntries(given))}`;
};

const toFetchOptions = ({ method, body, signal, accessToken }: ApiRequest): RequestInit => {
  const timeout = AbortSignal.timeout(timeoutMilliseconds);
  return {
    method,
    headers: {
      ...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  };
};

/** Text that is no JSON, such as the page of a proxy, stays as it is: no schema of a response accepts it. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Returns the function that sends requests to the API of an origin, through fetch. */
export const createFetchRequest =
  (origin: string): SendRequest =>
  async (request) => {
    const url = `${origin}${apiBasePath}${addQuery(request.path, request.query)}`;
    const { response, body: text } = await fetchText(url, toFetchOptions(request));
    const data = parseJson(text);
    if (!response.ok)
      throw toProblemError(
        { status: response.status, requestId: response.headers.get('x-request-id') },
        data,
      );
    return data;
  };
