import { apiBasePath } from '@share-my-files/contract';
import axios, { type AxiosAdapter, type InternalAxiosRequestConfig } from 'axios';
import { type CallOperation, createCallOperation } from './call-operation.ts';
import { toApiError } from './to-api-error.ts';
import { type TokenSession, withAccessToken } from './with-access-token.ts';

/** Calls the API through the operations of the contract. */
export type ApiClient = { readonly call: CallOperation };

type ApiClientOptions = {
  session: TokenSession;
  /** Origin of the API; of the page by default. */
  origin?: string;
};

const withToken = (request: InternalAxiosRequestConfig, token: string): InternalAxiosRequestConfig => {
  request.headers.set('Authorization', `Bearer ${token}`);
  return request;
};

const isUnauthorized = (error: unknown): boolean =>
  axios.isAxiosError(error) && error.response?.status === 401;

// By the body: API Gateway renames the header WWW-Authenticate. Below the adapter, the body is not parsed yet.
const needsProof = (error: unknown): boolean =>
  isUnauthorized(error) &&
  axios.isAxiosError<unknown>(error) &&
  String(error.response?.data).includes('"insufficient_user_authentication"');

// An adapter instead of two interceptors, so that "one renewal, one retry" is in one place.
const createAuthorizedAdapter =
  (session: TokenSession, send: AxiosAdapter): AxiosAdapter =>
  (request) =>
    withAccessToken({
      session,
      send: (token) => send(withToken(request, token)),
      isRejection: (error) => isUnauthorized(error) && !needsProof(error),
      needsProof,
    });

// API Gateway times out after 29 seconds.
const timeoutMilliseconds = 30_000;

const rejectWithApiError = (error: unknown): Promise<never> => Promise.reject(toApiError(error));

const createClient = (origin: string, adapter?: AxiosAdapter): ApiClient => {
  const http = axios.create({
    baseURL: `${origin}${apiBasePath}`,
    timeout: timeoutMilliseconds,
    ...(adapter && { adapter }),
  });
  http.interceptors.response.use(undefined, rejectWithApiError);
  return { call: createCallOperation(http) };
};

/**
 * Returns a client for signed-in users. While the session is ended, requests wait until the user signs in again;
 * callers never see a 401 that a new token could have prevented.
 */
export const createApiClient = ({ session, origin = '' }: ApiClientOptions): ApiClient =>
  createClient(origin, createAuthorizedAdapter(session, axios.getAdapter(['xhr', 'http'])));

/** Returns a client for operations that need no token, such as opening a public link. */
export const createPublicApiClient = (): ApiClient => createClient('');
