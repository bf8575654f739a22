import { randomUUID } from 'node:crypto';
import {
  CognitoIdentityProvider,
  CognitoIdentityProviderServiceException,
  type InitiateAuthCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { z } from 'zod';
import { redeem } from '../support/lost-authenticator.ts';
import type { TestApi } from '../support/start-test-api.ts';
import type { Clock } from './clock.ts';

const messagesSchema = z.object({ messages: z.array(z.object({ code: z.string().optional() })) });

/** A password that nobody had before. */
export const createPassword = (): string => `Correct-horse-${randomUUID()}`;

/** The user pool as the sign-in form, an administrator and the reader of a mailbox use it. */
export const createUserPool = (api: TestApi, clock: Clock) => {
  const { cognito } = api;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test-secret' };
  const client = new CognitoIdentityProvider({
    region: 'us-east-1',
    endpoint: cognito.endpoint,
    credentials,
  });
  const ClientId = cognito.userPoolClientId;
  return {
    client,
    clock,
    userPoolId: cognito.userPoolId,
    userOf: (email: string) => ({ UserPoolId: cognito.userPoolId, Username: email }),
    clientUser: (email: string) => ({ ClientId, Username: email }),
    initiate: (email: string, factor: string, parameters: Record<string, string> = {}) =>
      client.initiateAuth({
        ClientId,
        AuthFlow: 'USER_AUTH',
        AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: factor, ...parameters },
      }),
    respond: (
      email: string,
      { ChallengeName, Session }: InitiateAuthCommandOutput,
      responses: Record<string, string>,
    ): Promise<InitiateAuthCommandOutput> =>
      client.respondToAuthChallenge({
        ClientId,
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: email, ...responses },
      }),
    readCode: async (email: string): Promise<string> => {
      const response = await fetch(`${cognito.mailboxUrl}/messages?to=${encodeURIComponent(email)}`);
      const [newest] = messagesSchema.parse(await response.json()).messages;
      if (newest?.code === undefined) throw new Error(`No code was mailed to ${email}.`);
      return newest.code;
    },
    /** Resolves to whether the code was accepted. */
    redeem: async (email: string, code: string, password: string): Promise<boolean> =>
      (await redeem(api, email, code, password, clock.now())).status === 204,
    close: () => client.destroy(),
  };
};

export type UserPool = ReturnType<typeof createUserPool>;

/** Resolves to nothing if the pool refuses, and rejects if anything else goes wrong. */
export const unlessRefused = async <Result>(attempt: () => Promise<Result>): Promise<Result | undefined> => {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof CognitoIdentityProviderServiceException) return;
    throw error;
  }
};
