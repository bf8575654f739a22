import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import type { UserPool } from '../user-pool.ts';
import { toAttributeList } from '../users/user-attributes.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token });

/** Gives the attributes of the user who holds the access token. */
export const createGetUser = ({ authenticate }: Pick<UserPool, 'authenticate'>): Action =>
  defineAction(requestSchema, async ({ AccessToken }) => {
    const { sub, username, attributes } = await authenticate(AccessToken);
    return { Username: username, UserAttributes: toAttributeList(sub, attributes) };
  });
