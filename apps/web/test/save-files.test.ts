import { deleteItem, downloadItem, trashItem } from '@share-my-files/contract';
import { expect, test } from 'vitest';
import type { FileDestination } from '../src/features/account/export/file-destination.ts';
import { listExportedFiles } from '../src/features/account/export/list-exported-files.ts';
import { nameSavedFiles } from '../src/features/account/export/name-saved-files.ts';
import { saveFiles } from '../src/features/account/export/save-files.ts';
import { cut, damageSignature, faultFor, isCallOf } from './support/faults.ts';
import { startBackend } from './support/start-backend.ts';
import { storeFile } from './support/store-file.ts';

/** A user with four files, and a device that keeps what is saved. */
const start = async () => {
  const { storage, api, client } = await startBackend();
  for (const name of ['one.txt', 'two.txt', 'three.txt', 'four.txt']) {
    await storeFile(client, { name, content: `content of ${name}` });
  }
  const files = nameSavedFiles(await listExportedFiles(client));
  const saved: Record<string, string> = {};
  const failed: Record<string, string> = {};
  const destination: FileDestination = {
    save: async ({ folder, name }, content) => {
      saved[`${folder}/${name}`] = await content.text();
    },
  };
  const abort = new AbortController();
  const save = (onSaved: () => void = () => undefined) =>
    saveFiles(files, {
      api: client,
      destination,
      signal: abort.signal,
      onSaved,
      onFailed: ({ name }, reason) => {
        failed[name] = reason;
      },
    });
  return { storage, api, client, files, saved, failed, abort, save };
};

test('saves the bytes of every file, one after another', async () => {
  const { saved, failed, save } = await start();

  await save();

  expect(saved).toEqual({
    'My files/one.txt': 'content of one.txt',
    'My files/two.txt': 'content of two.txt',
    'My files/three.txt': 'content of three.txt',
    'My files/four.txt': 'content of four.txt',
  });
  expect(failed).toEqual({});
});

test('goes on after a file that was deleted or that the storage refuses, and names it', async () => {
  const { storage, client, files, saved, failed, save } = await start();
  const params = { itemId: files[0]?.id ?? '' };
  await client.call(trashItem, { params });
  await client.call(deleteItem, { params });
  storage.fault = faultFor(() => true, damageSignature, 1);

  await save();

  expect(failed).toEqual({
    'four.txt': 'The file is no longer there.',
    'three.txt': 'The file could not be read. Please try again.',
  });
  expect(Object.keys(saved)).toEqual(['My files/two.txt', 'My files/one.txt']);
});

test.each(['api', 'storage'] as const)('stops where the connection to the %s is lost', async (part) => {
  const { saved, failed, save, ...backend } = await start();
  const isDownload = part === 'api' ? isCallOf(downloadItem) : () => true;

  const saving = save(() => {
    backend[part].fault = faultFor(isDownload, cut);
  });

  await expect(saving).rejects.toMatchObject({ name: 'NetworkError' });
  expect(Object.keys(saved)).toEqual(['My files/four.txt']);
  expect(failed).toEqual({});
});

test('stops after the present file when the user stops it', async () => {
  const { saved, abort, save } = await start();

  await save(() => abort.abort());

  expect(Object.keys(saved)).toEqual(['My files/four.txt']);
});
