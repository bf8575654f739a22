import type { Agent } from './test-users.ts';

/** What exists when a request is tried: all of it belongs to the owner. */
export type Scene = { itemId: string; grantId: string; linkId: string; uploadId: string };

export const actors = ['owner', 'editor', 'viewer', 'revoked', 'stranger', 'anonymous'] as const;
export const states = ['ready', 'trashed', 'deleted'] as const;

export type Actor = (typeof actors)[number];
export type State = (typeof states)[number];

type Row = {
  route: string;
  send: (api: Agent, scene: Scene) => ReturnType<Agent['get']>;
  /** By state; whoever is not named gets 404, and 401 without a token. */
  allowed: Record<State, Partial<Record<Actor, number>>>;
};

const everybody = (status: number) => ({
  owner: status,
  editor: status,
  viewer: status,
  revoked: status,
  stranger: status,
});
const always = <Value>(value: Value) => ({ ready: value, trashed: value, deleted: value });
const ownerOnly = (status: number) => ({
  ready: { owner: status, editor: 403, viewer: 403 },
  trashed: { owner: status },
  deleted: {},
});

/** Who may do what. A route of the app that is not here fails the test. */
export const accessMatrix: Row[] = [
  { route: 'GET /me', send: (api) => api.get('/api/me'), allowed: always(everybody(200)) },
  {
    route: 'POST /me/sign-out-everywhere',
    send: (api) => api.post('/api/me/sign-out-everywhere'),
    allowed: always(everybody(204)),
  },
  { route: 'GET /items', send: (api) => api.get('/api/items'), allowed: always(everybody(200)) },
  {
    route: 'GET /items/:itemId',
    send: (api, { itemId }) => api.get(`/api/items/${itemId}`),
    allowed: { ready: { owner: 200, editor: 200, viewer: 200 }, trashed: { owner: 200 }, deleted: {} },
  },
  {
    route: 'GET /items/:itemId/download',
    send: (api, { itemId }) => api.get(`/api/items/${itemId}/download`),
    allowed: { ready: { owner: 200, editor: 200, viewer: 200 }, trashed: { owner: 200 }, deleted: {} },
  },
  {
    route: 'PATCH /items/:itemId',
    send: (api, { itemId }) => api.patch(`/api/items/${itemId}`).send({ name: 'new.txt' }),
    allowed: { ready: { owner: 200, editor: 200, viewer: 403 }, trashed: { owner: 200 }, deleted: {} },
  },
  {
    route: 'POST /items/:itemId/trash',
    send: (api, { itemId }) => api.post(`/api/items/${itemId}/trash`),
    allowed: ownerOnly(200),
  },
  {
    route: 'POST /items/:itemId/restore',
    send: (api, { itemId }) => api.post(`/api/items/${itemId}/restore`),
    allowed: ownerOnly(200),
  },
  {
    route: 'DELETE /items/:itemId',
    send: (api, { itemId }) => api.delete(`/api/items/${itemId}`),
    allowed: { ready: { owner: 409, editor: 403, viewer: 403 }, trashed: { owner: 204 }, deleted: {} },
  },
  {
    route: 'GET /items/:itemId/grants',
    send: (api, { itemId }) => api.get(`/api/items/${itemId}/grants`),
    allowed: ownerOnly(200),
  },
  {
    route: 'PUT /items/:itemId/grants',
    send: (api, { itemId }) =>
      api.put(`/api/items/${itemId}/grants`).send({ email: 'friend@example.com', role: 'viewer' }),
    allowed: { ...ownerOnly(200), trashed: { owner: 409 } },
  },
  {
    route: 'DELETE /items/:itemId/grants/:grantId',
    send: (api, { itemId, grantId }) => api.delete(`/api/items/${itemId}/grants/${grantId}`),
    allowed: ownerOnly(204),
  },
  {
    route: 'GET /items/:itemId/links',
    send: (api, { itemId }) => api.get(`/api/items/${itemId}/links`),
    allowed: ownerOnly(200),
  },
  {
    route: 'POST /items/:itemId/links',
    send: (api, { itemId }) => api.post(`/api/items/${itemId}/links`).send({ expiresInSeconds: null }),
    allowed: { ...ownerOnly(201), trashed: { owner: 409 } },
  },
  {
    route: 'DELETE /links/:linkId',
    send: (api, { linkId }) => api.delete(`/api/links/${linkId}`),
    allowed: { ready: { owner: 204 }, trashed: { owner: 204 }, deleted: {} },
  },
  {
    route: 'POST /uploads',
    send: (api) => api.post('/api/uploads').send({ name: 'a', sizeBytes: 1, mediaType: 'text/plain' }),
    allowed: always(everybody(201)),
  },
  { route: 'GET /uploads', send: (api) => api.get('/api/uploads'), allowed: always(everybody(200)) },
  {
    route: 'POST /uploads/:uploadId/parts',
    send: (api, { uploadId }) =>
      api
        .post(`/api/uploads/${uploadId}/parts`)
        .send({ parts: [{ partNumber: 1, checksumSha256: `${'A'.repeat(43)}=` }] }),
    allowed: always({ owner: 200 }),
  },
  {
    route: 'GET /uploads/:uploadId',
    send: (api, { uploadId }) => api.get(`/api/uploads/${uploadId}`),
    allowed: always({ owner: 200 }),
  },
  {
    route: 'POST /uploads/:uploadId/complete',
    send: (api, { uploadId }) => api.post(`/api/uploads/${uploadId}/complete`),
    allowed: always({ owner: 409 }),
  },
  {
    route: 'DELETE /uploads/:uploadId',
    send: (api, { uploadId }) => api.delete(`/api/uploads/${uploadId}`),
    allowed: always({ owner: 204 }),
  },
];

/** Routes that ask for no token; their rules are in tests of their own. */
export const publicRoutes = [
  'GET /healthz',
  'GET /readyz',
  'POST /public/links/open',
  'POST /public/links/download',
];
