import type { Role } from '@share-my-files/contract';
import type { TestUser } from './test-users.ts';

/** What one of three people does; `item`, `place` and `to` are indices, a place of null is the root. */
export type TreeAct =
  | { kind: 'create'; person: number; place: number | null; name: string }
  | { kind: 'move'; person: number; item: number; place: number | null }
  | { kind: 'rename'; person: number; item: number; name: string }
  | { kind: 'trash' | 'restore' | 'delete'; person: number; item: number }
  | { kind: 'share'; person: number; item: number; to: number; role: 'viewer' | 'editor' };

type Node = {
  id: string;
  owner: number;
  name: string;
  parent: Node | null;
  isTrashed: boolean;
  grants: Map<number, 'viewer' | 'editor'>;
};

/** Folders in memory, with the rules of the API written as plainly as possible. */
export const createModel = () => {
  let nodes: Node[] = [];

  const around = (node: Node): Node[] => [node, ...(node.parent ? around(node.parent) : [])];
  const isInTrash = (node: Node): boolean => around(node).some(({ isTrashed }) => isTrashed);

  const roleOf = (node: Node, person: number): Role | null => {
    if (node.owner === person) return 'owner';
    if (isInTrash(node)) return null;
    const roles = around(node).map(({ grants }) => grants.get(person));
    if (roles.includes('editor')) return 'editor';
    return roles.includes('viewer') ? 'viewer' : null;
  };

  const isTaken = (owner: number, parent: Node | null, name: string, except?: Node): boolean =>
    nodes.some(
      (node) =>
        node !== except &&
        node.owner === owner &&
        node.parent === parent &&
        !node.isTrashed &&
        node.name.toUpperCase() === name.toUpperCase(),
    );

  const freeName = (owner: number, parent: Node | null, name: string, except: Node): string => {
    let free = name;
    for (let number = 2; isTaken(owner, parent, free, except); number += 1) free = `${name} (${number})`;
    return free;
  };

  return {
    roleOf,
    around,
    isInTrash,
    isTaken,
    freeName,
    everything: (): Node[] => nodes,
    at: (index: number): Node | undefined => nodes[index % Math.max(1, nodes.length)],
    add: (node: Omit<Node, 'isTrashed' | 'grants'>): void => {
      nodes.push({ ...node, isTrashed: false, grants: new Map() });
    },
    remove: (node: Node): void => {
      nodes = nodes.filter((other) => !around(other).includes(node));
    },
    viewOf: (id: string, person: number) => {
      const node = nodes.find((candidate) => candidate.id === id);
      const role = node && roleOf(node, person);
      return node && role ? { name: node.name, role, isTrashed: isInTrash(node) } : null;
    },
  };
};

export type Model = ReturnType<typeof createModel>;

type Outcome = { status: number; expectedStatus: number };

const create = async (
  model: Model,
  people: TestUser[],
  act: TreeAct & { kind: 'create' },
): Promise<Outcome> => {
  const { person, name } = act;
  const parent = act.place === null ? null : (model.at(act.place) ?? null);
  const owner = parent?.owner ?? person;
  const expectStatus = (): number => {
    const role = parent ? model.roleOf(parent, person) : 'owner';
    if (role === null) return 404;
    if (role === 'viewer') return 403;
    return (parent && model.isInTrash(parent)) || model.isTaken(owner, parent, name) ? 409 : 201;
  };
  const expectedStatus = expectStatus();
  const body = { name, parentId: parent?.id ?? null };
  const response = await people[person]?.call('createFolder', { body });
  if (expectedStatus === 201) model.add({ id: response?.body.id, owner, name, parent });
  return { status: response?.status ?? 0, expectedStatus };
};

/** The status for a role that the action needs, or undefined if the person has it. */
const refusalOf = (model: Model, node: Node, person: number, roles: Role[]): number | undefined => {
  const role = model.roleOf(node, person);
  if (role === null) return 404;
  return roles.includes(role) ? undefined : 403;
};

const move = async (
  model: Model,
  people: TestUser[],
  node: Node,
  act: TreeAct & { kind: 'move' },
): Promise<Outcome> => {
  const parent = act.place === null ? null : (model.at(act.place) ?? null);
  const expectStatus = (): number => {
    const refusal =
      refusalOf(model, node, act.person, ['owner']) ??
      (parent && refusalOf(model, parent, act.person, ['owner', 'editor']));
    if (refusal) return refusal;
    const isPossible =
      !model.isInTrash(node) &&
      (parent === null || (!model.isInTrash(parent) && parent.owner === node.owner)) &&
      !(parent && model.around(parent).includes(node));
    return isPossible && !model.isTaken(node.owner, parent, node.name, node) ? 200 : 409;
  };
  const expectedStatus = expectStatus();
  const input = { params: { itemId: node.id }, body: { parentId: parent?.id ?? null } };
  const response = await people[act.person]?.call('moveItem', input);
  if (expectedStatus === 200) node.parent = parent;
  return { status: response?.status ?? 0, expectedStatus };
};

const rename = async (
  model: Model,
  people: TestUser[],
  node: Node,
  { person, name }: TreeAct & { kind: 'rename' },
): Promise<Outcome> => {
  const isFree = node.isTrashed || !model.isTaken(node.owner, node.parent, name, node);
  const expectedStatus = refusalOf(model, node, person, ['owner', 'editor']) ?? (isFree ? 200 : 409);
  const response = await people[person]?.call('updateItem', { params: { itemId: node.id }, body: { name } });
  if (expectedStatus === 200) node.name = name;
  return { status: response?.status ?? 0, expectedStatus };
};

const bin = async (
  model: Model,
  people: TestUser[],
  node: Node,
  { kind, person }: TreeAct & { kind: 'trash' | 'restore' | 'delete' },
): Promise<Outcome> => {
  const names = { trash: 'trashItem', restore: 'restoreItem', delete: 'deleteItem' } as const;
  const done = kind === 'delete' ? (model.isInTrash(node) ? 204 : 409) : 200;
  const expectedStatus = refusalOf(model, node, person, ['owner']) ?? done;
  const response = await people[person]?.call(names[kind], { params: { itemId: node.id } });
  if (expectedStatus === 200 && kind === 'trash') node.isTrashed = true;
  if (expectedStatus === 200 && kind === 'restore') {
    node.parent = node.parent && model.isInTrash(node.parent) ? null : node.parent;
    node.name = model.freeName(node.owner, node.parent, node.name, node);
    node.isTrashed = false;
  }
  if (expectedStatus === 204) model.remove(node);
  return { status: response?.status ?? 0, expectedStatus };
};

const share = async (
  model: Model,
  people: TestUser[],
  node: Node,
  { person, to, role }: TreeAct & { kind: 'share' },
): Promise<Outcome> => {
  const done = person === to ? 400 : model.isInTrash(node) ? 409 : 200;
  const expectedStatus = refusalOf(model, node, person, ['owner']) ?? done;
  const input = { params: { itemId: node.id }, body: { email: people[to]?.email ?? '', role } };
  const response = await people[person]?.call('putGrant', input);
  if (expectedStatus === 200) node.grants.set(to, role);
  return { status: response?.status ?? 0, expectedStatus };
};

/** Performs an act at the API and in the model; resolves to the status, and to what the model expects. */
export const applyAct = async (model: Model, people: TestUser[], act: TreeAct): Promise<Outcome> => {
  if (act.kind === 'create') return await create(model, people, act);
  const node = model.at(act.item);
  if (node === undefined) return { status: 0, expectedStatus: 0 };
  if (act.kind === 'move') return await move(model, people, node, act);
  if (act.kind === 'rename') return await rename(model, people, node, act);
  if (act.kind === 'share') return await share(model, people, node, act);
  return await bin(model, people, node, act);
};
