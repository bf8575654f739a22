import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import type { FindClient } from '../clients/find-client.ts';
import { createPageFileRoutes, pageHeaders } from '../http/page-files.ts';
import { readBody } from '../http/read-body.ts';
import { withParameters } from '../http/redirect.ts';
import type { Route } from '../http/route.ts';
import { sendJson } from '../http/send.ts';
import type { AuthorizationCodes } from '../oauth/authorization-codes.ts';
import type { AuthorizationRequest } from '../oauth/authorization-request.ts';
import { OAuthError } from '../oauth/oauth-error.ts';
import type { SignInRequests } from '../oauth/sign-in-requests.ts';
import type { FederatedUsers } from './federated-users.ts';
import type { ProviderAccount, ProviderAccounts } from './provider-accounts.ts';

const MAXIMUM_BODY_BYTES = 16_384;

const pageFiles = [
  { path: '/identity-provider', name: 'index.html' },
  { path: '/identity-provider/page.css', name: 'page.css' },
  { path: '/identity-provider/page.js', name: 'page.js' },
  { path: '/identity-provider/icon.svg', name: 'icon.svg' },
];

const answerSchema = z.union([
  z.object({ request: z.string(), accountId: z.string() }),
  z.object({
    request: z.string(),
    newAccount: z.object({
      name: z.string().trim().min(1).max(100),
      email: z.email().max(254),
      isEmailVerified: z.boolean(),
    }),
  }),
  z.object({ request: z.string(), isCancelled: z.literal(true) }),
]);

type Answer = z.output<typeof answerSchema>;

const readAnswer = async (request: IncomingMessage): Promise<Answer | undefined> => {
  const body = await readBody(request, MAXIMUM_BODY_BYTES);
  try {
    return answerSchema.safeParse(JSON.parse(body?.toString('utf8') ?? '')).data;
  } catch {
    // Invalid JSON gets the same response as invalid fields.
    return undefined;
  }
};

type Dependencies = { findClient: FindClient; transaction: Transaction } & {
  signInRequests: SignInRequests;
  authorizationCodes: AuthorizationCodes;
  accounts: ProviderAccounts;
  federatedUsers: FederatedUsers;
};

const createFinish = ({ accounts, federatedUsers, authorizationCodes, transaction }: Dependencies) => {
  const accountOf = (answer: Answer, { provider }: AuthorizationRequest): ProviderAccount | undefined => {
    if ('newAccount' in answer) return accounts.create(provider, answer.newAccount);
    return 'accountId' in answer ? accounts.find(provider, answer.accountId) : undefined;
  };

  const signIn = (answer: Answer, request: AuthorizationRequest): string => {
    const account = accountOf(answer, request);
    if (account === undefined) throw new OAuthError('access_denied', 'The user did not sign in.');
    const { provider, state: _state, ...grant } = request;
    return authorizationCodes.issue({ ...grant, sub: federatedUsers.signIn(provider, account) });
  };

  /** Returns the URL that leads back to the app. */
  return (answer: Answer, request: AuthorizationRequest): string => {
    const { redirectUri, state } = request;
    try {
      return withParameters(redirectUri, { code: transaction(() => signIn(answer, request)), state });
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return withParameters(redirectUri, { error: error.code, error_description: error.message, state });
    }
  };
};

/**
 * The page that stands in for Google, Apple and others: lists and creates their accounts, and leads back to
 * the app. Other origins can neither frame it nor answer it.
 */
export const createIdentityProviderRoutes = async (dependencies: Dependencies): Promise<Route[]> => {
  const { signInRequests, accounts, findClient } = dependencies;
  const finish = createFinish(dependencies);
  return [
    ...(await createPageFileRoutes(join(import.meta.dirname, 'page'), pageFiles)),
    {
      method: 'GET',
      path: '/identity-provider/request',
      sameOriginOnly: true,
      handle: (_request, response, { searchParams }) => {
        const request = signInRequests.find(searchParams.get('id') ?? '');
        if (request === undefined) return sendJson(response, 404, { message: 'Not found.' }, pageHeaders);
        const { provider, clientId } = request;
        const { clientName } = findClient(clientId);
        sendJson(response, 200, { ...provider, clientName, accounts: accounts.list(provider) }, pageHeaders);
      },
    },
    {
      method: 'POST',
      path: '/identity-provider/answer',
      sameOriginOnly: true,
      handle: async (incoming, response) => {
        const answer = await readAnswer(incoming);
        if (answer === undefined) return sendJson(response, 400, { message: 'Not valid.' }, pageHeaders);
        const request = signInRequests.take(answer.request);
        if (request === undefined) return sendJson(response, 404, { message: 'Not found.' }, pageHeaders);
        sendJson(response, 200, { redirectTo: finish(answer, request) }, pageHeaders);
      },
    },
  ];
};
