import type { Server } from 'node:http';
import type { LocalCognito } from '@share-my-files/local-cognito';
import { createTestClient } from './test-client.ts';

/** Password of every created user. */
export const password = 'Correct-horse-1';

let count = 0;

/** Creates users in the pool and clients that send their access tokens. */
export const createTestUsers = (server: Server, cognito: LocalCognito) => {
  const clientWith = (accessToken: string) => createTestClient(server, accessToken);

  const signIn = async (sub: string) => {
    const tokens = await cognito.issueTokens({ sub });
    return { ...tokens, ...clientWith(tokens.accessToken) };
  };

  const createUser = async (name = 'Ada Lovelace', email = `user-${++count}@example.com`) => {
    const { sub } = await cognito.createConfirmedUser({ email, password, name });
    const session = await signIn(sub);
    await session.call('getMe').expect(200);
    return { id: sub, email, name, ...session };
  };

  return { anonymous: createTestClient(server), createUser, signIn, clientWith };
};

export type TestUser = Awaited<ReturnType<ReturnType<typeof createTestUsers>['createUser']>>;
