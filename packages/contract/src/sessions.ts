import * as z from 'zod/mini';
import type { Operation } from './operation.ts';
import { instantSchema } from './primitives.ts';

/** Id of a session at Cognito; no claim of a token contains it. */
const sessionIdSchema = z.string().check(z.regex(/^[a-z0-9]{1,128}$/, 'This is not a valid id.'));

/** A sign-in of the user on a device; `device` and `place` are in Cognito's words, and null if it does not know them. */
export const sessionSchema = z.object({
  id: sessionIdSchema,
  device: z.nullable(z.string()),
  place: z.nullable(z.string()),
  createdAt: instantSchema,
  lastActiveAt: instantSchema,
  isCurrent: z.boolean(),
});

/** A sign-in of the user on a device. */
export type Session = z.infer<typeof sessionSchema>;

/** Response of `GET /me/sessions`, the most recently used one first. */
export const sessionListSchema = z.object({ sessions: z.array(sessionSchema) });

/** The devices on which the user is signed in. */
export type SessionList = z.infer<typeof sessionListSchema>;

/** Returns the devices on which the user is signed in; the list can be some seconds old. */
export const listSessions = {
  method: 'GET',
  path: '/me/sessions',
  summary: 'List the devices on which you are signed in',
  access: 'user',
  responses: { 200: sessionListSchema },
  errors: ['session_tracking_off'],
} as const satisfies Operation;

/** Ends another session: the API rejects its next request. The caller's own session is a conflict. */
export const endSession = {
  method: 'DELETE',
  path: '/me/sessions/{sessionId}',
  summary: 'Sign out on another device',
  access: 'user',
  params: z.object({ sessionId: sessionIdSchema }),
  responses: { 204: null },
  errors: ['conflict', 'session_tracking_off'],
} as const satisfies Operation;

/** Ends every session but the caller's. */
export const endOtherSessions = {
  method: 'DELETE',
  path: '/me/sessions',
  summary: 'Sign out on all other devices',
  access: 'user',
  responses: { 204: null },
  errors: ['session_tracking_off'],
} as const satisfies Operation;

/** Ends every session, including the caller's. */
export const signOutEverywhere = {
  method: 'POST',
  path: '/me/sign-out-everywhere',
  summary: 'Sign out on all devices',
  access: 'user',
  responses: { 204: null },
} as const satisfies Operation;

/** The operations of the `sessions` feature. */
export const sessionOperations = { listSessions, endSession, endOtherSessions, signOutEverywhere };
