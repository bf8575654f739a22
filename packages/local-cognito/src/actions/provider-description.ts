import type { IdentityProvider, PoolSettings } from '../settings/pool-settings.ts';

/** Maps a provider to the IdentityProviderType of the API model. A stand-in has no credentials or addresses. */
export const describeProvider = (
  { userPoolId }: Pick<PoolSettings, 'userPoolId'>,
  { providerName, providerType, attributeMapping }: IdentityProvider,
) => ({
  UserPoolId: userPoolId,
  ProviderName: providerName,
  ProviderType: providerType,
  ProviderDetails: {},
  AttributeMapping: attributeMapping,
  IdpIdentifiers: [],
});
