import type { Transaction } from '@share-my-files/local-server';
import { aliasExists } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { AttemptLimits } from './attempt-limits.ts';
import { assertFormat, assertPresent } from './attribute-schema.ts';
import type { CodeDeliveryDetails, DeliverCode } from './code-delivery.ts';
import type { PendingEmails } from './pending-emails.ts';
import { changeAttributes } from './user-attributes.ts';
import type { User, UserRepository } from './user-repository.ts';
import type { VerificationCodes } from './verification-codes.ts';

/** Throws AliasExistsException if another user signs in with the address. */
export const assertEmailIsFree = (users: UserRepository, user: User, email: string): void => {
  const owner = users.findByEmail(email);
  const isName = user.status !== 'EXTERNAL_PROVIDER';
  if (isName && owner !== undefined && owner.sub !== user.sub) throw aliasExists();
};

type Dependencies = {
  settings: PoolSettings;
  users: UserRepository;
  pendingEmails: PendingEmails;
  codes: VerificationCodes;
  limits: AttemptLimits;
  deliverCode: DeliverCode;
  transaction: Transaction;
};

const changeEmail = (
  pool: Dependencies,
  user: User,
  email: string,
  others: Record<string, string>,
): CodeDeliveryDetails => {
  const { settings, users, pendingEmails, limits, deliverCode, transaction } = pool;
  const { sub, attributes } = user;
  limits.assertBelowLimit(sub, 'attribute-verification-code');
  const isPending = settings.attributesRequireVerificationBeforeUpdate.includes('email');
  return transaction(() => {
    limits.record(sub, 'attribute-verification-code');
    users.update(sub, {
      attributes: changeAttributes(attributes, isPending ? others : { ...others, email }),
    });
    if (isPending) pendingEmails.set(sub, email);
    return deliverCode({ sub, email, isReachable: true }, 'attribute-verification');
  });
};

/**
 * Changes attributes of a user. A new email address receives a code unless the change marks it as verified.
 * Where the pool requires it, the old address stays until VerifyUserAttribute. Throws AliasExistsException,
 * and InvalidParameterException for invalid values.
 */
export const updateAttributes = (
  pool: Dependencies,
  user: User,
  changes: Record<string, string>,
): CodeDeliveryDetails[] => {
  assertFormat(changes);
  const changed = changeAttributes(user.attributes, changes);
  assertPresent(changed, ['email', ...pool.settings.requiredAttributes.filter((name) => name in changes)]);
  const { email, ...others } = changes;
  if (email !== undefined) assertEmailIsFree(pool.users, user, email);
  if (email !== undefined && email !== user.attributes.email && changes.email_verified !== 'true') {
    return [changeEmail(pool, user, email, others)];
  }
  pool.transaction(() => {
    pool.users.update(user.sub, { attributes: changed });
    if (email === undefined) return;
    pool.pendingEmails.remove(user.sub);
    // The pending code went to another address: invalidate it.
    pool.codes.discard(user.sub, 'attribute-verification');
  });
  return [];
};
