import type { ErrorCode } from '@share-my-files/contract';
import type { SendRequest } from './api-request.ts';
import { type CallOperation, createCallOperation } from './call-operation.ts';
import { NetworkError } from './network-error.ts';
import { ProblemError } from './problem-error.ts';
import { type TokenSession, withAccessToken } from './with-access-token.ts';

/** Calls the API through the operations of the contract. */
export type ApiClient = { readonly call: CallOperation };

type ApiClientOptions = {
  session: TokenSession & { closeAccount(): Promise<void> };
  /** Origin of the API; of the page by default. */
  origin?: string;
};

const isUnauthorized = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.status === 401;

// By the body: API Gateway renames the header WWW-Authenticate.
const isRefusedWith = (error: unknown, code: ErrorCode): boolean =>
  isUnauthorized(error) && error.code === code;

const needsProof = (error: unknown): boolean => isRefusedWith(error, 'insufficient_user_authentication');

const isAccountDeleted = (error: unknown): boolean => isRefusedWith(error, 'account_deleted');

const createAuthorizedSend =
  (session: ApiClientOptions['session'], send: SendRequest): SendRequest =>
  (request) =>
    withAccessToken({
      session,
      send: (accessToken) => send({ ...request, accessToken }),
      isRejection: (error) => isUnauthorized(error) && !needsProof(error) && !isAccountDeleted(error),
      needsProof,
    }).catch(async (error: unknown) => {
      if (isAccountDeleted(error)) await session.closeAccount();
      throw error;
    });

/** Loads axios with the first call: pages for guests send none. */
const createLazyRequest =
  (origin: string): SendRequest =>
  async (request) => {
    const { createAxiosRequest } = await import('./axios-request.ts').catch((cause: unknown) => {
      throw new NetworkError({ cause });
    });
    return await createAxiosRequest(origin)(request);
  };

/**
 * Returns a client for signed-in users. While the session is ended, requests wait until the user signs in again;
 * callers never see a 401 that a new token could have prevented.
 */
export const createApiClient = ({ session, origin = '' }: ApiClientOptions): ApiClient => ({
  call: createCallOperation(createAuthorizedSend(session, createLazyRequest(origin))),
});
