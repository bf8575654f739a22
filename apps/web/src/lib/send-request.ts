import { apiBasePath } from '@share-my-files/contract';
import { fetchText } from './fetch-text.ts';
import { toProblemError } from './to-problem-error.ts';

/** A request of an operation; `path` is below the base path of the API. */
type ApiRequest = {
  readonly method: string;
  readonly path: string;
  readonly query?: object | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  readonly accessToken?: string;
};

/**
 * Sends a request and resolves with the parsed JSON of a success. Rejects with a `ProblemError`, with a `NetworkError` if
 * there was no response, or with the reason of the signal.
 */
export type SendRequest = (request: ApiRequest) => Promise<unknown>;

// API Gateway times out after 29 seconds.
const timeoutMilliseconds = 30_000;

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

/** Returns the function that sends requests to the API of an origin. */
export const createSendRequest =
  (origin: string): SendRequest =>
  async (request) => {
    const url = `${origin}${apiBasePath}${addQuery(request.path, request.query)}`;
    const { response, text } = await fetchText(url, toFetchOptions(request));
    const data = parseJson(text);
    if (!response.ok) throw toProblemError(response, data);
    return data;
  };
