import axios, { type AxiosAdapter, type AxiosInstance, type InternalAxiosRequestConfig } from 'axios';
import { SignedOutError } from './signed-out-error.ts';
import { toApiError } from './to-api-error.ts';

/** What the API client asks of the session; a token of null says that the session is over. */
export type ApiSession = {
  accessToken(): Promise<string | null>;
  renewAccessToken(rejected: string): Promise<string | null>;
  signInAgain(): Promise<void>;
};

type ApiClientOptions = { baseUrl: string; session: ApiSession };

const withToken = (request: InternalAxiosRequestConfig, token: string): InternalAxiosRequestConfig => {
  request.headers.set('Authorization', `Bearer ${token}`);
  return request;
};

const isUnauthorized = (error: unknown): boolean =>
  axios.isAxiosError(error) && error.response?.status === 401;

// It is an adapter and not a pair of interceptors so that "one renewal, one retry" can be read in one place.
const createAuthorizedAdapter = (session: ApiSession, send: AxiosAdapter): AxiosAdapter => {
  const orSignInAgain = async (token: string | null): Promise<string> => {
    if (token !== null) return token;
    await session.signInAgain();
    const newToken = await session.accessToken();
    if (newToken === null) throw new SignedOutError();
    return newToken;
  };

  return async (request) => {
    const token = await orSignInAgain(await session.accessToken());
    try {
      return await send(withToken(request, token));
    } catch (error) {
      if (!isUnauthorized(error)) throw error;
      const newToken = await orSignInAgain(await session.renewAccessToken(token));
      return await send(withToken(request, newToken));
    }
  };
};

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
