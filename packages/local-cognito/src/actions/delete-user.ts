import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { UserPool } from '../composition/user-pool.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token });

/** Deletes the user who holds the access token, with all sessions. */
export const createDeleteUser = ({ authenticate, users }: Pick<UserPool, 'authenticate' | 'users'>): Action =>
  defineAction(requestSchema, async ({ AccessToken }) => {
    const user = await authenticate(AccessToken);
    users.remove(user.sub);
    return {};
  });
