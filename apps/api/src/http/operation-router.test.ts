import type { Operation } from '@share-my-files/contract';
import express from 'express';
import supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { unauthenticated } from '#errors.ts';
import { handleError } from './handle-error.ts';
import type { Handlers } from './handlers.ts';
import { createOperationRouter } from './operation-router.ts';

const addNote = {
  method: 'POST',
  path: '/notes/{noteId}',
  summary: 'Add a note',
  access: 'user',
  params: z.object({ noteId: z.uuid() }),
  body: z.strictObject({ text: z.string() }),
  responses: { 201: z.object({ text: z.string() }) },
} as const satisfies Operation;

const countNotes = {
  method: 'GET',
  path: '/notes/count',
  summary: 'Count all notes',
  access: 'anyone',
  responses: { 200: z.object({ count: z.int() }) },
} as const satisfies Operation;

const deleteNotes = {
  method: 'DELETE',
  path: '/notes',
  summary: 'Delete all notes',
  access: 'user',
  maxAuthenticationAgeSeconds: 600,
  responses: { 204: null },
} as const satisfies Operation;

const operations = { addNote, countNotes, deleteNotes };
const handlers: Handlers<typeof operations> = {
  addNote: async ({ body, user }) => ({ text: `${user.id}: ${body.text}` }),
  countNotes: async () => ({ count: 1 }),
  deleteNotes: async () => undefined,
};

const authenticate = async (request: express.Request) => {
  if (request.headers.authorization === undefined) throw unauthenticated();
  const authenticationAgeSeconds = Number(request.headers['x-age'] ?? 0);
  return { id: 'ada', accessToken: 'token', authenticationAgeSeconds };
};

const app = express().use(createOperationRouter(operations, handlers, authenticate), handleError);
const addNoteTo = (id: string) => supertest(app).post(`/notes/${id}`).set('Authorization', 'Bearer token');
const noteId = '01a22237-7a83-7663-8414-c565a70babf1';

describe('the table of operations', () => {
  test('answers with the success status of the operation', async () => {
    const response = await addNoteTo(noteId).send({ text: 'hi' });

    expect({ status: response.status, body: response.body }).toEqual({
      status: 201,
      body: { text: 'ada: hi' },
    });
  });

  test('authenticates before it parses the body', async () => {
    const response = await supertest(app).post(`/notes/${noteId}`).type('json').send('{');

    expect(response.body).toMatchObject({ status: 401, code: 'invalid_token' });
  });

  test('asks for a recent sign-in if the operation needs one', async () => {
    const deleteAfter = (seconds: number) =>
      supertest(app).delete('/notes').set('Authorization', 'Bearer token').set('X-Age', String(seconds));

    expect((await deleteAfter(600)).status).toBe(204);
    expect((await deleteAfter(3600)).body).toMatchObject({
      status: 401,
      code: 'insufficient_user_authentication',
    });
  });

  test('returns 404 for a malformed id, whatever the body contains', async () => {
    expect((await addNoteTo('x').send({ wrong: true })).status).toBe(404);
  });

  test.each([
    ['an unknown field', { text: 'hi', wrong: true }, 'wrong'],
    ['a missing field', {}, 'text'],
  ])('rejects a body with %s', async (_what, body, path) => {
    const response = await addNoteTo(noteId).send(body);

    expect(response.body).toMatchObject({ status: 400, errors: [{ path }] });
  });

  test.each(['/notes/count?wrong=1', '/notes/count/', '/Notes/count'])(
    'does not answer %s, which it does not contain',
    async (path) => {
      expect((await supertest(app).get('/notes/count')).status).toBe(200);
      expect((await supertest(app).get(path)).ok).toBe(false);
    },
  );

  test.each([
    ['/notes/count', 'GET'],
    ['/notes', 'DELETE'],
    [`/notes/${noteId}`, 'POST'],
  ])('returns 405 with the methods of %s for another one', async (path, allowed) => {
    const response = await supertest(app).patch(path).set('Authorization', 'Bearer token');

    expect(response.body).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(response.headers.allow).toBe(allowed);
  });

  test('compiles only with exactly one handler for each operation, and with authentication', () => {
    // @ts-expect-error: an operation has no handler
    const missing: Handlers<typeof operations> = {
      addNote: handlers.addNote,
      deleteNotes: handlers.deleteNotes,
    };
    const unknown: Handlers<typeof operations> = {
      ...handlers,
      // @ts-expect-error: a handler has no operation
      removeNote: handlers.addNote,
    };
    const twice: Handlers<typeof operations> = {
      countNotes: handlers.countNotes,
      deleteNotes: handlers.deleteNotes,
      // biome-ignore lint/suspicious/noDuplicateObjectKeys: the test is about this
      addNote: handlers.addNote,
      // @ts-expect-error: an operation has two handlers
      addNote: handlers.addNote,
    };
    const wrongBody: Handlers<typeof operations> = {
      ...handlers,
      // @ts-expect-error: the response is not the one of the operation
      countNotes: async () => ({ count: 'one' }),
    };
    const publicUser: Handlers<typeof operations> = {
      ...handlers,
      // @ts-expect-error: a public operation has no user
      countNotes: async ({ user }) => ({ count: user.id.length }),
    };
    // @ts-expect-error: operations for users cannot be mounted without authentication
    const mountWithout = () => createOperationRouter(operations, handlers);

    expect([missing, unknown, twice, wrongBody, publicUser, mountWithout]).toHaveLength(6);
  });
});
