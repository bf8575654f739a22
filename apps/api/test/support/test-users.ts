import type { Server } from 'node:http';
import type { LocalCognito } from '@share-my-files/local-cognito';
import supertest from 'supertest';

let count = 0;

/** People who have signed in, each with a client that sends their access token. */
export const createTestUsers = (server: Server, cognito: LocalCognito) => {
  const anonymous = supertest(server);

  const clientWith = (accessToken: string) =>
    supertest.agent(server).set('Authorization', `Bearer ${accessToken}`);

  const signIn = async (sub: string) => {
    const tokens = await cognito.issueTokens({ sub });
    return { ...tokens, api: clientWith(tokens.accessToken) };
  };

  const createUser = async (name = 'Ada Lovelace', email = `user-${++count}@example.com`) => {
    const { sub } = await cognito.createConfirmedUser({ email, password: 'Correct-horse-1', name });
    const session = await signIn(sub);
    await session.api.get('/api/me').expect(200);
    return { id: sub, email, name, ...session };
  };

  return { anonymous, createUser, signIn, clientWith };
};

export type Agent = ReturnType<typeof supertest>;

export type TestUser = Awaited<ReturnType<ReturnType<typeof createTestUsers>['createUser']>>;
