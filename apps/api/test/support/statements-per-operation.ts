import type { OperationName } from './test-client.ts';

/**
 * How many SQL statements a request sends, besides `begin` and `commit`: the owner's, or a visitor's without a secret.
 * One of them asks whether the session is alive, which requests that only read share for a second.
 */
export const statementsPerOperation: Record<OperationName, number> = {
  getMe: 2,
  previewDeletion: 5,
  deleteAccount: 2,
  exportAccount: 6,
  exportFiles: 10,
  listSessions: 1,
  endSession: 2,
  endOtherSessions: 2,
  signOutEverywhere: 2,
  startRecovery: 0,
  redeemRecoveryCode: 0,
  getRecoveryCodes: 2,
  createRecoveryCodes: 5,
  deleteRecoveryCodes: 2,
  listItems: 2,
  getItem: 2,
  updateItem: 5,
  trashItem: 5,
  restoreItem: 5,
  deleteItem: 7,
  downloadItem: 2,
  startUpload: 6,
  listUploads: 2,
  getUpload: 3,
  signParts: 3,
  completeUpload: 2,
  cancelUpload: 5,
  listGrants: 3,
  putGrant: 14,
  revokeGrant: 2,
  listLinks: 3,
  createLink: 7,
  revokeLink: 2,
  openLink: 2,
  downloadLink: 2,
};
