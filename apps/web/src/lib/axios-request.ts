import { apiBasePath } from '@share-my-files/contract';
import axios, { type AxiosRequestConfig, isAxiosError, isCancel } from 'axios';
import { type ApiRequest, type SendRequest, timeoutMilliseconds } from './api-request.ts';
import { NetworkError } from './network-error.ts';
import { toProblemError } from './to-problem-error.ts';

const toAxiosOptions = ({
  method,
  path,
  query,
  body,
  signal,
  accessToken,
}: ApiRequest): AxiosRequestConfig => ({
  method,
  url: path,
  params: query,
  data: body,
  headers: { ...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }) },
  ...(signal && { signal }),
});

const toApiError = (error: unknown, { signal }: ApiRequest): unknown => {
  if (isCancel(error)) return signal?.reason ?? error;
  if (!isAxiosError<unknown>(error)) return error;
  if (error.response === undefined) return new NetworkError({ cause: error });
  const { status, data, headers } = error.response;
  return toProblemError({ status, requestId: headers['x-request-id'] }, data);
};

/** Returns the function that sends requests to the API of an origin, through axios. */
export const createAxiosRequest =
  (origin: string): SendRequest =>
  async (request) => {
    const options = { baseURL: `${origin}${apiBasePath}`, timeout: timeoutMilliseconds };
    const response = await axios
      .request<unknown>({ ...options, ...toAxiosOptions(request) })
      .catch((error: unknown) => {
        throw toApiError(error, request);
      });
    return response.data;
  };
