import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { resourceNotFound } from '../errors.ts';
import type { PoolSettings } from '../settings/pool-settings.ts';
import { defineAccountAction } from './admin-action.ts';
import { arnOf } from './pool-description.ts';
import { resourceArn } from './request-fields.ts';

const requestSchema = z.object({ ResourceArn: resourceArn });

/** Lists the tags of the pool, which has none. */
export const createListTagsForResource = ({ settings }: { settings: PoolSettings }): Action =>
  defineAccountAction(requestSchema, ({ ResourceArn }) => {
    if (ResourceArn !== arnOf(settings)) throw resourceNotFound(`${ResourceArn} does not exist.`);
    return { Tags: {} };
  });
