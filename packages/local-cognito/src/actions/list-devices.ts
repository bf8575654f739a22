import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { Devices } from '../devices/devices.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import { toDeviceType } from './device-description.ts';
import { limit, pageToken, token } from './request-fields.ts';

const requestSchema = z.object({ AccessToken: token, Limit: limit, PaginationToken: pageToken });

/** Lists the confirmed devices of the user. */
export const createListDevices = ({
  authenticate,
  devices,
}: {
  authenticate: Authenticate;
  devices: Devices;
}): Action =>
  defineAction(requestSchema, async ({ AccessToken, Limit, PaginationToken }) => {
    const { sub } = await authenticate(AccessToken);
    const { items, next } = devices.listOf(sub, { limit: Limit, token: PaginationToken });
    return { Devices: items.map(toDeviceType), ...(next && { PaginationToken: next }) };
  });
