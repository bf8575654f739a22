import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { unsupportedUserState, userNotFound, usernameExists } from '../errors.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { assertWritableByAdministrator, attributeListSchema } from '../users/attribute-schema.ts';
import { createSub } from '../users/create-sub.ts';
import { type Invitation, inviteUser } from '../users/invitation.ts';
import type { Passwords } from '../users/passwords.ts';
import { attributesOfNewUser, toAttributes } from '../users/user-attributes.ts';
import type { User, UserRepository } from '../users/user-repository.ts';
import { definePoolAction } from './admin-action.ts';
import { password, username, userPoolId } from './request-fields.ts';
import { toUserType } from './user-description.ts';

const requestSchema = z.object({
  UserPoolId: userPoolId,
  Username: username,
  UserAttributes: attributeListSchema.default([]),
  TemporaryPassword: z.union([password, z.literal('')]).optional(),
  MessageAction: z.enum(['RESEND', 'SUPPRESS']).optional(),
  DesiredDeliveryMediums: z.array(z.enum(['SMS', 'EMAIL'])).default(['SMS']),
});

type Request = z.output<typeof requestSchema>;

type Dependencies = {
  settings: PoolSettings;
  users: UserRepository;
  passwords: Passwords;
  mailbox: Mailbox;
  transaction: Transaction;
};

const readUser = ({ users }: Dependencies, name: string): User => {
  const user = users.findByName(name);
  if (user === undefined) throw userNotFound('User does not exist.');
  return user;
};

const invitationOf = (request: Request): Invitation => ({
  temporaryPassword: request.TemporaryPassword,
  isMailed: request.MessageAction !== 'SUPPRESS' && request.DesiredDeliveryMediums.includes('EMAIL'),
});

const createUser = (pool: Dependencies, request: Request): User => {
  const { settings, users, transaction } = pool;
  const changes = toAttributes(request.UserAttributes);
  assertWritableByAdministrator(Object.keys(changes), settings);
  const attributes = attributesOfNewUser(request.Username, changes);
  if (users.findByEmail(attributes.email) !== undefined) throw usernameExists();
  // Where users can sign in by an emailed code, omitting the password creates a user without one.
  const hasPassword = request.TemporaryPassword || !settings.allowedFirstAuthFactors.includes('EMAIL_OTP');
  const sub = createSub();
  transaction(() => {
    const status = hasPassword ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED';
    users.insert({ sub, username: sub, status, attributes });
    if (hasPassword) inviteUser(pool, { sub, email: attributes.email }, invitationOf(request));
  });
  return readUser(pool, sub);
};

const resendInvitation = (pool: Dependencies, request: Request): User => {
  const user = readUser(pool, request.Username);
  if (user.status !== 'FORCE_CHANGE_PASSWORD') {
    throw unsupportedUserState(
      `Resend not possible. ${request.Username} status is not FORCE_CHANGE_PASSWORD`,
    );
  }
  const { sub, attributes } = user;
  pool.transaction(() => inviteUser(pool, { sub, email: attributes.email }, invitationOf(request)));
  return user;
};

/** Creates a user with or without a temporary password and sends the invitation, or resends it. */
export const createAdminCreateUser = (pool: Dependencies): Action =>
  definePoolAction(pool, requestSchema, (request) => {
    const user =
      request.MessageAction === 'RESEND' ? resendInvitation(pool, request) : createUser(pool, request);
    return { User: toUserType(user) };
  });
