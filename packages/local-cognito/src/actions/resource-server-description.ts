import type { PoolSettings } from '../settings/pool-settings.ts';

type ResourceServer = PoolSettings['resourceServers'][number];

/** Maps a resource server to the ResourceServerType of the API model. */
export const describeResourceServer = (
  { userPoolId }: Pick<PoolSettings, 'userPoolId'>,
  { identifier, name, scopes }: ResourceServer,
) => ({
  UserPoolId: userPoolId,
  Identifier: identifier,
  Name: name,
  Scopes: scopes.map(({ scopeName, scopeDescription }) => ({
    ScopeName: scopeName,
    ScopeDescription: scopeDescription,
  })),
});
