import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import { invalidParameter, resourceNotFound } from '../errors.ts';
import { type AuthFlows, authFlowNames, runAuthFlow } from '../sign-in/run-auth-flow.ts';
import type { UserPool } from '../user-pool.ts';
import { clientId, parameterMap, session } from './request-fields.ts';

const requestSchema = z.object({
  UserPoolId: z.string(),
  ClientId: clientId,
  AuthFlow: z.enum(authFlowNames),
  AuthParameters: parameterMap.default({}),
  Session: session.optional(),
});

type Dependencies = Pick<UserPool, 'findClient' | 'settings'>;

/** Begins a sign-in on behalf of a user, by a server that sends the user's password. */
export const createAdminInitiateAuth = ({ findClient, settings }: Dependencies, flows: AuthFlows): Action =>
  defineAction(requestSchema, ({ UserPoolId, ClientId, AuthFlow, AuthParameters, Session }) => {
    if (UserPoolId !== settings.userPoolId) throw resourceNotFound(`User pool ${UserPoolId} does not exist.`);
    const client = findClient(ClientId);
    if (AuthFlow === 'USER_PASSWORD_AUTH') throw invalidParameter('Initiate Auth method not supported.');
    const request = { client, parameters: AuthParameters, ...(Session && { session: Session }) };
    return runAuthFlow(flows, AuthFlow, request);
  });
