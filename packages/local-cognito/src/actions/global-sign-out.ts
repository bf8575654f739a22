import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import type { Sessions } from '../tokens/sessions.ts';
import { token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token });

/** Ends all sessions of the bearer of the access token. */
export const createGlobalSignOut = ({
  authenticate,
  sessions,
}: {
  authenticate: Authenticate;
  sessions: Sessions;
}): Action =>
  defineAction(requestSchema, async ({ AccessToken }) => {
    sessions.revokeAllOf(await authenticate(AccessToken));
    return {};
  });
