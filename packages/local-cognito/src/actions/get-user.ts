import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { SecondFactors } from '../mfa/second-factors.ts';
import type { AuthenticateSession } from '../tokens/access-token-verifier.ts';
import { readableBy } from '../users/attribute-schema.ts';
import { toAttributeList } from '../users/user-attributes.ts';
import { toMfaSettings } from './mfa-settings.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token });

/** Returns the attributes of the bearer of the access token. */
export const createGetUser = ({
  authenticateSession,
  secondFactors,
}: {
  authenticateSession: AuthenticateSession;
  secondFactors: SecondFactors;
}): Action =>
  defineAction(requestSchema, async ({ AccessToken }) => {
    const { user, client } = await authenticateSession(AccessToken);
    return {
      Username: user.username,
      UserAttributes: toAttributeList(user.sub, readableBy(client, user.attributes)),
      ...toMfaSettings(secondFactors, user),
    };
  });
