import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import type { FindClient } from '../clients/find-client.ts';
import { invalidParameter } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { type AuthFlows, authFlowNames, runAuthFlow } from '../sign-in/run-auth-flow.ts';
import { definePoolAction } from './admin-action.ts';
import { clientId, parameterMap, session, userPoolId } from './request-fields.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  ClientId: clientId,
  AuthFlow: z.enum(authFlowNames),
  AuthParameters: parameterMap.default({}),
  Session: session.optional(),
});

type Dependencies = { findClient: FindClient; settings: PoolSettings };

/** Starts a sign-in by a server, which sends the user's password. */
export const createAdminInitiateAuth = (pool: Dependencies, flows: AuthFlows): Action =>
  definePoolAction(pool, requestSchema, ({ ClientId, AuthFlow, AuthParameters, Session }) => {
    const client = pool.findClient(ClientId);
    if (AuthFlow === 'USER_PASSWORD_AUTH') throw invalidParameter('Initiate Auth method not supported.');
    const request = { client, parameters: AuthParameters, ...(Session && { session: Session }) };
    return runAuthFlow(flows, AuthFlow, request);
  });
