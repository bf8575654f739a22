import type { ApiClient } from './api-client.ts';
import { createCallOperation } from './call-operation.ts';
import { createFetchRequest } from './fetch-request.ts';

/** Returns a client for operations that need no token, such as opening a public link; its page loads no axios. */
export const createPublicApiClient = (): ApiClient => ({ call: createCallOperation(createFetchRequest('')) });
