import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import { invalidParameter } from '../errors.ts';
import type { AuthFlow } from '../sign-in/auth-flow.ts';
import type { UserPool } from '../user-pool.ts';
import { clientId, session } from './request-fields.ts';

const authFlows = [
  'USER_SRP_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'CUSTOM_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'USER_AUTH',
] as const;

const requestSchema = z.object({
  ClientId: clientId,
  AuthFlow: z.enum(authFlows),
  AuthParameters: z.record(z.string(), z.string()).default({}),
  Session: session.optional(),
});

/** The flows that the pool's client allows. */
export type AuthFlows = Partial<Record<(typeof authFlows)[number], AuthFlow>>;

/** Begins a sign-in, or renews one, by one of the flows that the client allows. */
export const createInitiateAuth = ({ findClient }: Pick<UserPool, 'findClient'>, flows: AuthFlows): Action =>
  defineAction(requestSchema, ({ ClientId, AuthFlow, AuthParameters, Session }) => {
    const client = findClient(ClientId);
    const flow = flows[AuthFlow];
    if (flow === undefined) throw invalidParameter(`${AuthFlow} flow not enabled for this client`);
    return flow({ client, parameters: AuthParameters, ...(Session && { session: Session }) });
  });
