import type { Item } from '@share-my-files/contract';

const createdAt = '2026-11-24T12:00:00Z';

/** A text file of Ana's, with what is to be different about it; `number` makes its id. */
export const createItem = (number: number, overrides: Partial<Item> = {}): Item => ({
  id: `01980000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  name: `${number}.txt`,
  mediaType: 'text/plain',
  sizeBytes: 5,
  role: 'owner',
  ownerName: 'Ana',
  createdAt,
  updatedAt: createdAt,
  trashedAt: null,
  ...overrides,
});
