import type { PoolSettings } from '../settings/pool-settings.ts';
import type { Account } from '../users/accounts.ts';
import type { AuthResponse, FirstFactorName } from './auth-flow.ts';
import type { OpenChallenge, SignIn } from './auth-sessions.ts';

/**
 * The choice of a factor. `parameters` may contain PASSWORD or SRP_A. A `selection` is used up when the
 * factor is proven or its own challenge opens a session.
 */
export type FactorChoice = {
  parameters: Record<string, string>;
  selection?: OpenChallenge<'SELECT_CHALLENGE'>;
};

/** A first factor of the flow USER_AUTH. */
export type FirstFactor = {
  name: FirstFactorName;
  /** The member of AllowedFirstAuthFactors that enables it. */
  setting: PoolSettings['allowedFirstAuthFactors'][number];
  /** Whether MFA follows it, is included in it, or excludes it. */
  mfaOf: (account: Account) => 'follows' | 'included' | 'excluded';
  /** Whether the account has this factor. A simulated account must look like most real ones. */
  isAvailable: (account: Account) => boolean;
  /** Issues the challenge, or checks what came with the choice immediately. */
  issueChallenge: (signIn: SignIn, choice: FactorChoice) => AuthResponse | Promise<AuthResponse>;
};

/** Returns the factors that an account may start with. */
export type AvailableFactors = (account: Account) => FirstFactor[];

/**
 * Applies the rules of "Authentication flows" in the developer guide: a user who requires a second factor
 * cannot start with a factor that excludes one.
 */
export const createAvailableFactors =
  (
    { allowedFirstAuthFactors }: Pick<PoolSettings, 'allowedFirstAuthFactors'>,
    firstFactors: readonly FirstFactor[],
    requiresMfa: (account: Account) => boolean,
  ): AvailableFactors =>
  (account) =>
    firstFactors.filter(
      ({ setting, mfaOf, isAvailable }) =>
        allowedFirstAuthFactors.includes(setting) &&
        (mfaOf(account) !== 'excluded' || !requiresMfa(account)) &&
        isAvailable(account),
    );
