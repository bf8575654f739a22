import { createFolder, putGrant, trashItem } from '@share-my-files/contract';
import type { Settings } from '../dev/settings.ts';
import { createHills, createRecipes, createTrip, type DemoFolder } from './content.ts';
import { createPublicLink } from './create-public-link.ts';
import type { DemoClient } from './demo-client.ts';
import { openAccount } from './open-account.ts';
import { ana, ben } from './people.ts';
import { uploadFile } from './upload-file.ts';

const storeFolder = async (call: DemoClient, { name, files }: DemoFolder) => {
  const { id } = await call(createFolder, { body: { name } });
  const fileIds = [];
  for (const file of files) fileIds.push(await uploadFile(call, file, id));
  return { id, fileIds };
};

const share = (call: DemoClient, itemId: string, email: string, role: 'editor' | 'viewer') =>
  call(putGrant, { params: { itemId }, body: { email, role } });

const fillAccountOfAna = async (call: DemoClient): Promise<void> => {
  const hills = await storeFolder(call, createHills());
  await share(call, hills.id, ben.email, 'viewer');
  for (const itemId of hills.fileIds.slice(0, 1)) await createPublicLink(call, itemId);
  const trip = await storeFolder(call, createTrip());
  await share(call, trip.id, ben.email, 'editor');
  const note = { name: 'Old list.txt', mediaType: 'text/plain', bytes: Buffer.from('Milk\nBread\n') };
  await call(trashItem, { params: { itemId: await uploadFile(call, note) } });
};

const fillAccountOfBen = async (call: DemoClient): Promise<void> => {
  const recipes = await storeFolder(call, createRecipes());
  await share(call, recipes.id, ana.email, 'viewer');
};

/** Creates the people of the demo and their files. Whoever exists already keeps what is there. */
export const seedDemo = async (settings: Settings): Promise<void> => {
  // Both first, so that each can be shared with.
  const callAsAna = await openAccount(settings, ana);
  const callAsBen = await openAccount(settings, ben);
  if (callAsAna !== undefined) await fillAccountOfAna(callAsAna);
  if (callAsBen !== undefined) await fillAccountOfBen(callAsBen);
};
