import { assertSecretHash } from '../clients/client-secret.ts';
import { invalidParameter } from '../errors.ts';
import type { UserPoolClient } from '../settings/client-settings.ts';
import type { AuthFlow, AuthRequest, AuthResponse } from './auth-flow.ts';

/** The values of AuthFlow in the API model. */
export const authFlowNames = [
  'USER_SRP_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'CUSTOM_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'USER_AUTH',
] as const;

/** A flow of the API model. */
export type AuthFlowName = (typeof authFlowNames)[number];

/** The flows of the pool. Each client allows some of them. */
export type AuthFlows = Partial<Record<AuthFlowName, AuthFlow>>;

const permissions: Record<AuthFlowName, UserPoolClient['explicitAuthFlows'][number]> = {
  USER_SRP_AUTH: 'ALLOW_USER_SRP_AUTH',
  REFRESH_TOKEN_AUTH: 'ALLOW_REFRESH_TOKEN_AUTH',
  REFRESH_TOKEN: 'ALLOW_REFRESH_TOKEN_AUTH',
  CUSTOM_AUTH: 'ALLOW_CUSTOM_AUTH',
  ADMIN_NO_SRP_AUTH: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  USER_PASSWORD_AUTH: 'ALLOW_USER_PASSWORD_AUTH',
  ADMIN_USER_PASSWORD_AUTH: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  USER_AUTH: 'ALLOW_USER_AUTH',
};

const isRefresh = (name: AuthFlowName): boolean => name.startsWith('REFRESH_TOKEN');

/** Runs a flow. Throws InvalidParameterException unless the client's ExplicitAuthFlows allow it. */
export const runAuthFlow = (
  flows: AuthFlows,
  name: AuthFlowName,
  request: AuthRequest,
): AuthResponse | Promise<AuthResponse> => {
  const { client, parameters } = request;
  const flow = client.explicitAuthFlows.includes(permissions[name]) ? flows[name] : undefined;
  if (flow === undefined) throw invalidParameter(`${name} flow not enabled for this client`);
  if (!isRefresh(name)) assertSecretHash(client, parameters.USERNAME ?? '', parameters.SECRET_HASH);
  return flow(request);
};
