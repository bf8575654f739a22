import axios, { type AxiosAdapter, type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';
import { toApiError } from './to-api-error.ts';
import { type TokenSession, withAccessToken } from './with-access-token.ts';

type ApiClientOptions = { baseUrl: string; session: TokenSession };

const withToken = (request: InternalAxiosRequestConfig, token: string): InternalAxiosRequestConfig => {
  request.headers.set('Authorization', `Bearer ${token}`);
  return request;
};

const isUnauthorized = (error: unknown): boolean =>
  axios.isAxiosError(error) && error.response?.status === 401;

// It is an adapter and not a pair of interceptors so that "one renewal, one retry" can be read in one place.
const createAuthorizedAdapter =
  (session: TokenSession, send: AxiosAdapter): AxiosAdapter =>
  (request) =>
    withAccessToken({
      session,
      send: (token) => send(withToken(request, token)),
      isRejection: isUnauthorized,
    });

// API Gateway gives up after 29 seconds; an answer that takes longer will not come.
const timeoutMilliseconds = 30_000;

const rejectWithApiError = (error: unknown): Promise<never> => Promise.reject(toApiError(error));

/**
 * The client for everything that needs a signed-in person. While the session is over, requests wait for
 * the person to sign in again; callers never see a 401 that a new token could have prevented.
 */
export const createApiClient = ({ baseUrl, session }: ApiClientOptions): AxiosInstance => {
  const send = axios.getAdapter(['xhr', 'http']);
  const api = axios.create({
    baseURL: baseUrl,
    timeout: timeoutMilliseconds,
    adapter: createAuthorizedAdapter(session, send),
  });
  api.interceptors.response.use(undefined, rejectWithApiError);
  return api;
};

/** The client for what anybody may ask, like opening a public link. */
export const createPublicApiClient = (baseUrl: string): AxiosInstance => {
  const api = axios.create({ baseURL: baseUrl, timeout: timeoutMilliseconds });
  api.interceptors.response.use(undefined, rejectWithApiError);
  return api;
};
