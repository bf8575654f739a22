import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import { toMfaSettings } from '../mfa/mfa-settings.ts';
import type { UserPool } from '../user-pool.ts';
import { toAttributeList } from '../users/user-attributes.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token });

/** Gives the attributes of the user who holds the access token. */
export const createGetUser = ({
  authenticate,
  secondFactors,
}: Pick<UserPool, 'authenticate' | 'secondFactors'>): Action =>
  defineAction(requestSchema, async ({ AccessToken }) => {
    const user = await authenticate(AccessToken);
    const { sub, attributes } = user;
    return {
      Username: sub,
      UserAttributes: toAttributeList(sub, attributes),
      ...toMfaSettings(secondFactors, user),
    };
  });
