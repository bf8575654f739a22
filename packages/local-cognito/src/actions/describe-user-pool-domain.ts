import { z } from 'zod';
import type { Action } from '../aws-json/action.ts';
import { defineAccountAction } from './admin-action.ts';

const requestSchema = z.object({ Domain: z.string().min(1).max(63) });

/** Returns no description, as AWS does for an unknown domain: this server has only its own address. */
export const createDescribeUserPoolDomain = (): Action =>
  defineAccountAction(requestSchema, () => ({ DomainDescription: {} }));
