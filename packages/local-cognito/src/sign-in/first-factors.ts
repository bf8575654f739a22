import type { PoolSettings } from '../settings/pool-settings.ts';
import type { Account } from '../users/accounts.ts';
import type { AuthReply, FirstFactorName } from './auth-flow.ts';
import type { OpenChallenge, SignIn } from './auth-sessions.ts';

/**
 * How a factor came to be chosen: `parameters` may hold PASSWORD or SRP_A. A `selection` is to be used up when the
 * factor is proven, or when its own challenge gets a session.
 */
export type FactorChoice = {
  parameters: Record<string, string>;
  selection?: OpenChallenge<'SELECT_CHALLENGE'>;
};

/** One way to begin a sign-in of the flow USER_AUTH. */
export type FirstFactor = {
  name: FirstFactorName;
  /** The member of AllowedFirstAuthFactors that switches it on. */
  setting: PoolSettings['allowedFirstAuthFactors'][number];
  /** Whether MFA can come after it, is part of it, or keeps people from using it. */
  mfa: 'follows' | 'included' | 'excluded';
  /** Whether the account has this factor. A simulated account, one without `user`, must look like most real ones. */
  isAvailable: (account: Account) => boolean;
  /** Poses the challenge, or checks at once what came with the choice. */
  pose: (signIn: SignIn, choice: FactorChoice) => AuthReply | Promise<AuthReply>;
};

/** The factors that an account may begin with. */
export type AvailableFactors = (account: Account) => FirstFactor[];

/**
 * Binds the rules of "Authentication flows" in the developer guide: who must give a second factor cannot begin
 * with one that a second cannot follow.
 */
export const createAvailableFactors =
  (
    { allowedFirstAuthFactors }: Pick<PoolSettings, 'allowedFirstAuthFactors'>,
    firstFactors: readonly FirstFactor[],
    requiresMfa: (account: Account) => boolean,
  ): AvailableFactors =>
  (account) =>
    firstFactors.filter(
      ({ setting, mfa, isAvailable }) =>
        allowedFirstAuthFactors.includes(setting) &&
        (mfa !== 'excluded' || !requiresMfa(account)) &&
        isAvailable(account),
    );
