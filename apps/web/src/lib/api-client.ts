import { apiBasePath, type ErrorCode } from '@share-my-files/contract';
import axios, { type AxiosAdapter, type InternalAxiosRequestConfig } from 'axios';
import { type CallOperation, createCallOperation } from './call-operation.ts';
import { toApiError } from './to-api-error.ts';
import { type TokenSession, withAccessToken } from './with-access-token.ts';

/** Calls the API through the operations of the contract. */
export type ApiClient = { readonly call: CallOperation };

type ApiClientOptions = {
  session: TokenSession & { closeAccount(): Promise<void> };
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
const isRefusedWith = (error: unknown, code: ErrorCode): boolean =>
  isUnauthorized(error) &&
  axios.isAxiosError<unknown>(error) &&
  String(error.response?.data).includes(`"${code}"`);

const needsProof = (error: unknown): boolean => isRefusedWith(error, 'insufficient_user_authentication');

const isAccountDeleted = (error: unknown): boolean => isRefusedWith(error, 'account_deleted');

// An adapter instead of two interceptors, so that "one renewal, one retry" is in one place.
const createAuthorizedAdapter =
  (session: ApiClientOptions['session'], send: AxiosAdapter): AxiosAdapter =>
  (request) =>
    withAccessToken({
      session,
      send: (token) => send(withToken(request, token)),
      isRejection: (error) => isUnauthorized(error) && !needsProof(error) && !isAccountDeleted(error),
      needsProof,
    }).catch(async (error: unknown) => {
      if (isAccountDeleted(error)) await session.closeAccount();
      throw error;
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
