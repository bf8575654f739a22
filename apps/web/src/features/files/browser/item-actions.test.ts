import { type Item, type Role, roles } from '@share-my-files/contract';
import { expect, test } from 'vitest';
import { actionsFor, type ItemHandlers } from './item-actions.ts';

const item: Omit<Item, 'role'> = {
  id: '01980000-0000-7000-8000-000000000001',
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

test('offers only the actions that the role allows', () => {
  expect(Object.fromEntries(roles.map((role) => [role, labelsFor(role)]))).toEqual({
    owner: ['Open', 'Download', 'Share', 'Rename', 'Move to trash'],
    editor: ['Open', 'Download', 'Rename'],
    viewer: ['Open', 'Download'],
  });
});
