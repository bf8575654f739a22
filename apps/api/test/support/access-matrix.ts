import { isAllowed, type Operation, operations, type Role } from '@share-my-files/contract';
import type { OperationName } from './test-client.ts';

/** Rows that exist when a request is tried, by the name of their path parameter; the owner owns all of them. */
export type Scene = {
  itemId: string;
  folderId: string;
  grantId: string;
  linkId: string;
  uploadId: string;
  sessionId: string;
};

/** Actors with an account; `revoked` had a grant. */
export const userActors = ['owner', 'editor', 'viewer', 'revoked', 'stranger'] as const;
export const actors = [...userActors, 'anonymous'] as const;
const states = ['ready', 'trashed', 'deleted', 'inFolder', 'inTrashedFolder'] as const;

export type Actor = (typeof actors)[number];
export type State = (typeof states)[number];

/** Status of a response, and whether the request changed any row. */
export type Outcome = { actor: Actor; status: number; hasChanged: boolean };

/** Responses to users whose permitted request conflicts with the state of the scene. */
const conflicts: Partial<Record<OperationName, Partial<Record<State, number>>>> = {
  deleteItem: { ready: 409, inFolder: 409 },
  putGrant: { trashed: 409, inTrashedFolder: 409 },
  createLink: { trashed: 409, inTrashedFolder: 409 },
  moveItem: { trashed: 409, inTrashedFolder: 409 },
  // No part has been sent.
  completeUpload: { ready: 409, trashed: 409, deleted: 409 },
};

/** Changes without a change of rows: part URLs renew an upload only once an hour, and the sample of a batch names no item. */
const withoutRows: ReadonlySet<OperationName> = new Set(['signParts', 'changeItems']);

const roleOf = (actor: Actor, state: State): Role | undefined => {
  if (state === 'deleted' || actor === 'revoked' || actor === 'stranger' || actor === 'anonymous') return;
  const isInUse = state === 'ready' || state === 'inFolder';
  return isInUse || actor === 'owner' ? actor : undefined;
};

const refusal = ({ params = undefined, permission }: Operation, actor: Actor, state: State) => {
  if (actor === 'anonymous') return 401;
  if (permission === undefined) return params === undefined || actor === 'owner' ? undefined : 404;
  const role = roleOf(actor, state);
  if (role === undefined) return 404;
  if (isAllowed(role, permission)) return undefined;
  return params?.shape.itemId === undefined ? 404 : 403;
};

const expectedStatus = (name: OperationName, actor: Actor, state: State): number => {
  const operation = operations[name];
  return (
    refusal(operation, actor, state) ??
    conflicts[name]?.[state] ??
    Number(Object.keys(operation.responses)[0])
  );
};

/** Returns the outcome of an operation for an actor, by the permissions of the contract. */
export const expectedOutcome = (name: OperationName, actor: Actor, state: State): Outcome => {
  const status = expectedStatus(name, actor, state);
  const mayChange = operations[name].method !== 'GET' && !withoutRows.has(name);
  return { actor, status, hasChanged: status < 300 && mayChange };
};

/** Operations that need an access token. */
export const userOperations = (Object.keys(operations) as OperationName[]).filter(
  (name) => operations[name].access === 'user',
);

/** Each of them with each state of an item that makes a difference to it. */
export const userOperationCases = userOperations.flatMap((name) => {
  const { permission }: Operation = operations[name];
  return (permission === undefined ? states.slice(0, 1) : states).map((state) => [name, state] as const);
});
