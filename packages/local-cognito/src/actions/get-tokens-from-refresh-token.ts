import { z } from 'zod';
import { type Action, defineAction } from '../action.ts';
import type { UserPool } from '../user-pool.ts';
import { clientId, token } from './request-fields.ts';

const requestSchema = z.object({ ClientId: clientId, RefreshToken: token });

/** Exchanges a refresh token for new tokens. */
export const createGetTokensFromRefreshToken = ({
  findClient,
  sessions,
}: Pick<UserPool, 'findClient' | 'sessions'>): Action =>
  defineAction(requestSchema, async ({ ClientId, RefreshToken }) => {
    return { AuthenticationResult: await sessions.refresh(findClient(ClientId), RefreshToken) };
  });
