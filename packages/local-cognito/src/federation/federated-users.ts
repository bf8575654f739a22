import type { Groups } from '../groups/groups.ts';
import { OAuthError } from '../oauth/oauth-error.ts';
import type { IdentityProvider, PoolSettings } from '../settings/pool-settings.ts';
import { createSub } from '../users/create-sub.ts';
import type { User, UserAttributes, UserRepository } from '../users/user-repository.ts';
import type { ProviderAccount } from './provider-accounts.ts';

/** The users from identity providers. */
export type FederatedUsers = ReturnType<typeof createFederatedUsers>;

const claimsOf = ({ id, name, email, isEmailVerified }: ProviderAccount) => ({
  sub: id,
  name,
  email,
  email_verified: String(isEmailVerified),
});

const identitiesOf = (provider: IdentityProvider, { id }: ProviderAccount, dateCreated: number): string =>
  JSON.stringify([
    {
      userId: id,
      providerName: provider.providerName,
      providerType: provider.providerType,
      issuer: null,
      primary: 'true',
      dateCreated: String(dateCreated),
    },
  ]);

/** An address is verified only if the mapping includes the provider's claim. */
const mapAttributes = (
  { attributeMapping }: IdentityProvider,
  account: ProviderAccount,
  required: readonly string[],
): UserAttributes => {
  const claims = claimsOf(account);
  const mapped = Object.fromEntries(
    Object.entries(attributeMapping).map(([attribute, claim]) => [attribute, claims[claim]]),
  );
  const { email } = mapped;
  const missing = [...new Set(['email', ...required])].filter((name) => !mapped[name]);
  if (email === undefined || missing.length > 0) {
    throw new OAuthError('invalid_request', `attributes required: [${missing.join(', ')}]`);
  }
  return { email_verified: 'false', ...mapped, email };
};

/**
 * Creates users named `<ProviderName>_<id there>` at their first sign-in, in the provider's group. As in
 * Cognito, each sign-in overwrites their mapped attributes.
 */
export const createFederatedUsers = ({
  settings,
  users,
  groups,
  now,
}: {
  settings: PoolSettings;
  users: UserRepository;
  groups: Groups;
  now: () => number;
}) => {
  const join = ({ providerName }: IdentityProvider, sub: string) => {
    const name = `${settings.userPoolId}_${providerName}`;
    if (groups.find(name) === undefined) {
      groups.create(name, { description: `Users who sign in with ${providerName}` });
    }
    groups.addMember(name, sub);
  };

  const add = (provider: IdentityProvider, account: ProviderAccount, mapped: UserAttributes): string => {
    const sub = createSub();
    const username = `${provider.providerName}_${account.id}`;
    const attributes = { ...mapped, identities: identitiesOf(provider, account, now()) };
    users.insert({ sub, username, status: 'EXTERNAL_PROVIDER', attributes });
    join(provider, sub);
    return sub;
  };

  const rewrite = (user: User, mapped: UserAttributes): string => {
    if (!user.isEnabled) throw new OAuthError('access_denied', 'User is disabled.');
    users.update(user.sub, { attributes: { ...user.attributes, ...mapped } });
    return user.sub;
  };

  return {
    /**
     * Returns the `sub`, in the caller's transaction. Throws an OAuthError if the user is disabled or a
     * required attribute is missing.
     */
    signIn: (provider: IdentityProvider, account: ProviderAccount): string => {
      const mapped = mapAttributes(provider, account, settings.requiredAttributes);
      const user = users.findByUsername(`${provider.providerName}_${account.id}`);
      return user === undefined ? add(provider, account, mapped) : rewrite(user, mapped);
    },
  };
};
