import { rolesAllowing } from '@share-my-files/contract';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool, QueryConfig } from 'pg';
import { prepareListItems } from '../../apps/api/src/files/item-repository.ts';

/** Returns the statement that `GET /items?limit=50` of this user sends, by sending it once. */
export const readListStatement = async (client: Pool, userId: string): Promise<QueryConfig> => {
  const sent: QueryConfig[] = [];
  const logQuery = (text: string, values: unknown[]): void => {
    sent.push({ name: 'list', text, values });
  };
  const listItems = prepareListItems(drizzle({ client, logger: { logQuery } }), rolesAllowing('viewItem'));
  await listItems(userId, { view: 'mine', before: undefined, limit: 51 });
  const [statement] = sent;
  if (statement === undefined) throw new Error('No statement was sent.');
  return statement;
};
