import { text } from 'node:stream/consumers';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { createCognitoTokenSource } from '../../src/lib/cognito-token-source.ts';
import { startServer } from './start-server.ts';

const userPoolClientId = 'client';
export const ana = { sub: 'ana', email: 'ana@example.com', name: 'Ana' };

// Amplify reads tokens and leaves it to the API to verify them.
export const createJwt = (payload: object): string => {
  const now = Math.floor(Date.now() / 1000);
  const parts = [{ alg: 'RS256' }, { iat: now, exp: now + 300, ...payload }];
  return [...parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')), 'c2ln'].join('.');
};

const prefix = `CognitoIdentityServiceProvider.${userPoolClientId}`;

const createStorage = () => {
  const items = new Map<string, string>();
  return {
    items,
    setItem: async (key: string, value: string) => void items.set(key, value),
    getItem: async (key: string) => items.get(key) ?? null,
    removeItem: async (key: string) => void items.delete(key),
    clear: async () => items.clear(),
  };
};

export type Reply = { status: number; body: object };

/** A request to the user pool: what is to be done, with which fields. */
type Question = { action: string; fields: Record<string, unknown> };

export const refusal = (name: string, message = 'refused'): Reply => ({
  status: 400,
  body: { __type: name, message },
});

/** A user pool that gives these replies, and Amplify configured for it. */
export const startUserPool = async (reply: (question: Question) => Reply) => {
  const questions: Question[] = [];
  const userPoolEndpoint = await startServer(async (request, response) => {
    const action = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    const question = { action, fields: JSON.parse(await text(request)) };
    questions.push(question);
    const { status, body } = reply(question);
    response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(body));
  });
  const cognito = { userPoolId: 'us-east-1_Test0001', userPoolClientId, userPoolEndpoint };
  return { questions, tokenSource: createCognitoTokenSource(cognito) };
};

/** A browser in which Ana is signed in to such a user pool. */
export const startSignedInBrowser = async (reply: (question: Question) => Reply) => {
  const pool = await startUserPool(reply);
  const storage = createStorage();
  const signIn = (accessToken: string) => {
    storage.items.set(`${prefix}.LastAuthUser`, 'ana');
    storage.items.set(`${prefix}.ana.accessToken`, accessToken);
    storage.items.set(`${prefix}.ana.idToken`, createJwt(ana));
    storage.items.set(`${prefix}.ana.refreshToken`, 'refresh-token');
  };
  const accessToken = createJwt({ sub: ana.sub, origin_jti: 'session' });
  signIn(accessToken);
  cognitoUserPoolsTokenProvider.setKeyValueStorage(storage);
  return { ...pool, accessToken, signIn, storage };
};
