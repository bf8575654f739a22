import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { resourceNotFound } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { definePoolAction } from './admin-action.ts';
import { userPoolId } from './request-fields.ts';
import { describeResourceServer } from './resource-server-description.ts';

const requestSchema = z.object({ UserPoolId: userPoolId, Identifier: z.string().min(1).max(256) });

/** Returns a resource server. Throws ResourceNotFoundException. */
export const createDescribeResourceServer = ({ settings }: { settings: PoolSettings }): Action =>
  definePoolAction({ settings }, requestSchema, ({ Identifier }) => {
    const server = settings.resourceServers.find(({ identifier }) => identifier === Identifier);
    if (server === undefined) throw resourceNotFound(`Resource server ${Identifier} does not exist.`);
    return { ResourceServer: describeResourceServer(settings, server) };
  });
