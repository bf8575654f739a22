import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import type { UserPool } from '../user-pool.ts';
import { clientId, token } from './request-fields.ts';

const requestSchema = z.object({ ClientId: clientId, RefreshToken: token });

/** Exchanges a refresh token for new tokens. */
export const createGetTokensFromRefreshToken = ({
  assertClient,
  sessions,
}: Pick<UserPool, 'assertClient' | 'sessions'>): Action =>
  defineAction(requestSchema, async ({ ClientId, RefreshToken }) => {
    assertClient(ClientId);
    return { AuthenticationResult: await sessions.refresh(RefreshToken) };
  });
