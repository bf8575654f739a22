import type { ItemPage } from '@share-my-files/contract';
import type { TestUser } from './test-users.ts';

/** Lists the names in a folder, or at the root for null. */
export const namesIn = async (user: TestUser, folderId: string | null): Promise<string[]> => {
  const request =
    folderId === null ? user.call('listItems') : user.call('listFolder', { params: { folderId } });
  const page: ItemPage = (await request.expect(200)).body;
  return page.items.map(({ name }) => name);
};

export const namesOf = async (user: TestUser, view: 'shared' | 'trash'): Promise<string[]> => {
  const page: ItemPage = (await user.call('listItems', { query: { view } }).expect(200)).body;
  return page.items.map(({ name }) => name);
};

/** Lists the names of the folders around an item that the user may see, and its own. */
export const pathOf = async (user: TestUser, itemId: string): Promise<string[]> => {
  const { body } = await user.call('getItemPath', { params: { itemId } }).expect(200);
  return body.path.map(({ name }: { name: string }) => name);
};

export const moveItem = (
  user: TestUser,
  itemId: string,
  parentId: string | null,
  nameConflict?: 'keepBoth' | 'replace',
) => user.call('moveItem', { params: { itemId }, body: { parentId, nameConflict } });
