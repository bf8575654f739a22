import type { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import { resourceNotFound, userNotFound } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import type { User, UserRepository } from '../users/user-repository.ts';

type Reply = object | Promise<object>;

/** Binds an action of administrators on all pools of the account. */
export const defineAccountAction = <Schema extends z.ZodType>(
  schema: Schema,
  handle: (request: z.output<Schema>) => Reply,
): Action => Object.assign(defineAction(schema, handle), { needsSignature: true as const });

/** Binds an action of administrators. Throws ResourceNotFoundException if the request names another pool. */
export const definePoolAction = <Schema extends z.ZodType<{ UserPoolId: string }>>(
  { settings }: { settings: PoolSettings },
  schema: Schema,
  handle: (request: z.output<Schema>) => Reply,
): Action =>
  defineAccountAction(schema, (request) => {
    const { UserPoolId } = request;
    if (UserPoolId !== settings.userPoolId) throw resourceNotFound(`User pool ${UserPoolId} does not exist.`);
    return handle(request);
  });

/**
 * Binds an action of administrators on one user, identified by user name, `sub` or email address. Throws
 * UserNotFoundException: administrators may learn who exists.
 */
export const defineUserAction = <Schema extends z.ZodType<{ UserPoolId: string; Username: string }>>(
  pool: { settings: PoolSettings; users: UserRepository },
  schema: Schema,
  handle: (request: z.output<Schema>, user: User) => Reply,
): Action =>
  definePoolAction(pool, schema, (request) => {
    const user = pool.users.findByName(request.Username);
    if (user === undefined) throw userNotFound('User does not exist.');
    return handle(request, user);
  });
