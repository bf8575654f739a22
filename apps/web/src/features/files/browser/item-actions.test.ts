import { type Item, type ItemAction, isAllowed, type Role, roles } from '@share-my-files/contract';
import { expect, test } from 'vitest';
import { actionsFor, type ItemHandlers } from './item-actions.ts';

const item: Omit<Item, 'role'> = {
  id: '01980000-0000-7000-8000-000000000001',
  kind: 'file',
  parentId: null,
  name: 'a.txt',
  mediaType: 'text/plain',
  sizeBytes: 5,
  ownerName: 'Ana',
  createdAt: '2026-11-24T12:00:00Z',
  updatedAt: '2026-11-24T12:00:00Z',
  trashedAt: null,
};

const ignore = () => undefined;
const handlers: ItemHandlers = {
  onOpen: ignore,
  onDownload: ignore,
  onShare: ignore,
  onRename: ignore,
  onTrash: ignore,
};

const labelsFor = (role: Role): string[] => actionsFor({ ...item, role }, handlers).map(({ label }) => label);

const actionsByLabel: [string, ItemAction][] = [
  ['Open', 'viewItem'],
  ['Download', 'downloadItem'],
  ['Share', 'putGrant'],
  ['Rename', 'updateItem'],
  ['Move to trash', 'trashItem'],
];

test.each(roles)('offers the role %s only the actions that it allows', (role) => {
  const allowed = actionsByLabel.filter(([, action]) => isAllowed(role, action));

  expect(labelsFor(role)).toEqual(allowed.map(([label]) => label));
});
