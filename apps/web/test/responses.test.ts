import {
  cancelUpload,
  changeItems,
  createFolder,
  createLink,
  createRecoveryCodes,
  deleteAccount,
  deleteItem,
  deleteRecoveryCodes,
  downloadItem,
  downloadLink,
  endOtherSessions,
  endSession,
  exportAccount,
  exportFiles,
  getItemPath,
  getMe,
  getRecoveryCodes,
  getUpload,
  listFolder,
  listGrants,
  listItems,
  listLinks,
  listSessions,
  listUploads,
  moveItem,
  openLink,
  operations,
  previewDeletion,
  putGrant,
  restoreItem,
  revokeGrant,
  revokeLink,
  searchItems,
  signOutEverywhere,
  startUpload,
  trashItem,
  updateItem,
} from '@share-my-files/contract';
import { expect, inject, test } from 'vitest';
import { redeemRecoveryCode } from '../src/features/auth/cognito/redeem-recovery-code.ts';
import { createUser, password, signInElsewhere } from './support/create-user.ts';
import { changeBody, isCallOf } from './support/faults.ts';
import { createClientOf, startBackend } from './support/start-backend.ts';
import { storeFile } from './support/store-file.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Adds a field to each object of a response, as a newer API might. */
const withNewFields = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withNewFields);
  if (!isObject(value)) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, withNewFields(field)]);
  return { ...Object.fromEntries(fields), addedLater: 'by a newer API' };
};

test('accepts unknown fields in the response of every operation', async () => {
  const { user, api, client } = await startBackend();
  const changeJson = changeBody(withNewFields);
  api.fault = async (request, forward) => {
    const response = await forward(request);
    return response.status === 204 ? response : changeJson(request, async () => response);
  };

  const { id: itemId } = await storeFile(client, { name: 'notes.txt' });
  const params = { itemId };
  await client.call(listItems, { query: {} });
  await client.call(updateItem, { params, body: { name: 'renamed.txt' } });
  await client.call(downloadItem, { params, query: {} });

  const grant = await client.call(putGrant, { params, body: { email: 'bob@example.com', role: 'viewer' } });
  await client.call(listGrants, { params });
  await client.call(revokeGrant, { params: { itemId, grantId: grant.id } });

  const { link, secret } = await client.call(createLink, { params, body: { expiresInSeconds: null } });
  await client.call(listLinks, { params });
  await client.call(openLink, { body: { secret } });
  await client.call(downloadLink, { body: { secret } });
  await client.call(revokeLink, { params: { linkId: link.id } });

  const folder = await client.call(createFolder, { body: { name: 'Folder' } });
  await client.call(moveItem, { params, body: { parentId: folder.id } });
  await client.call(listFolder, { params: { folderId: folder.id }, query: {} });
  await client.call(getItemPath, { params });

  const unfinished = { name: 'unfinished.txt', sizeBytes: 5, mediaType: 'text/plain' };
  const { id: uploadId } = await client.call(startUpload, { body: unfinished });
  await client.call(getUpload, { params: { uploadId } });
  await client.call(listUploads);
  await client.call(cancelUpload, { params: { uploadId } });

  await client.call(searchItems, { query: { query: 'words' } });
  await client.call(changeItems, { body: { action: 'trash', itemIds: [itemId] } });
  await client.call(trashItem, { params });
  await client.call(restoreItem, { params });
  await client.call(trashItem, { params });
  await client.call(deleteItem, { params });
  await client.call(getMe);
  await signInElsewhere(user.email);
  const { sessions } = await client.call(listSessions);
  const sessionId = sessions.find(({ isCurrent }) => !isCurrent)?.id ?? '';
  await client.call(endSession, { params: { sessionId } });
  await client.call(endOtherSessions);
  const { codes } = await client.call(createRecoveryCodes);
  const { userPoolId } = inject('servers');
  await redeemRecoveryCode(client, { userPoolId, email: user.email, password }, codes[0] ?? '');
  await client.call(getRecoveryCodes);
  await client.call(deleteRecoveryCodes);
  await client.call(previewDeletion);
  await client.call(exportAccount);
  await client.call(exportFiles, { query: {} });
  await client.call(signOutEverywhere);
  await createClientOf(await createUser(), api).call(deleteAccount);

  const missing = Object.entries(operations).filter(
    ([, operation]) => !api.requests.some(isCallOf(operation)),
  );
  expect(missing.map(([name]) => name)).toEqual([]);
});

test('explains a response that lacks a required field, and names the operation and the field', async () => {
  const { api, client } = await startBackend();
  api.fault = changeBody(({ email: _email, ...me }) => me);

  await expect(client.call(getMe)).rejects.toMatchObject({
    name: 'UnexpectedResponseError',
    message: 'The server sent an unexpected response. Reload the page and try again.',
    operation: 'GET /me',
    cause: { issues: [{ path: ['email'] }] },
  });
});
