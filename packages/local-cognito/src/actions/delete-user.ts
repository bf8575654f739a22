import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import type { UserRepository } from '../users/user-repository.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token });

/** Deletes the bearer of the access token and all sessions. */
export const createDeleteUser = ({
  authenticate,
  users,
}: {
  authenticate: Authenticate;
  users: UserRepository;
}): Action =>
  defineAction(requestSchema, async ({ AccessToken }) => {
    const user = await authenticate(AccessToken);
    users.remove(user.sub);
    return {};
  });
