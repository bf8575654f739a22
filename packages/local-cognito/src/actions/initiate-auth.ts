import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { FindClient } from '../clients/find-client.ts';
import { invalidParameter } from '../errors.ts';
import { type AuthFlows, authFlowNames, runAuthFlow } from '../sign-in/run-auth-flow.ts';
import { clientId, parameterMap, session } from './request-fields.ts';

const requestSchema = z.object({
  ClientId: clientId,
  AuthFlow: z.enum(authFlowNames),
  AuthParameters: parameterMap.default({}),
  Session: session.optional(),
});

/** Starts or refreshes a sign-in by a flow that the client allows. */
export const createInitiateAuth = ({ findClient }: { findClient: FindClient }, flows: AuthFlows): Action =>
  defineAction(requestSchema, ({ ClientId, AuthFlow, AuthParameters, Session }) => {
    const client = findClient(ClientId);
    if (AuthFlow.startsWith('ADMIN_')) throw invalidParameter('Initiate Auth method not supported.');
    const request = { client, parameters: AuthParameters, ...(Session && { session: Session }) };
    return runAuthFlow(flows, AuthFlow, request);
  });
