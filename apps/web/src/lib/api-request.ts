/** A request of an operation; `path` is below the base path of the API. */
export type ApiRequest = {
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
export const timeoutMilliseconds = 30_000;
