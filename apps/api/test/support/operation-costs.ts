import type { OperationName } from './test-client.ts';

/** SQL statements that a request sends, besides `begin` and `commit`, and rows that they read in tables and indexes. */
export type Cost = { statements: number; rows: number };

/**
 * Requests of an owner with 100 of 100,000 items, or of a visitor without a secret. One of the statements asks whether
 * the session is alive, which requests that only read share for a second.
 */
export const operationCosts: Record<OperationName, Cost> = {
  getMe: { statements: 2, rows: 5 },
  previewDeletion: { statements: 6, rows: 621 },
  deleteAccount: { statements: 2, rows: 4 },
  exportAccount: { statements: 7, rows: 31 },
  exportFiles: { statements: 102, rows: 299 },
  listSessions: { statements: 1, rows: 4 },
  endSession: { statements: 2, rows: 5 },
  endOtherSessions: { statements: 2, rows: 6 },
  signOutEverywhere: { statements: 2, rows: 7 },
  startRecovery: { statements: 0, rows: 0 },
  redeemRecoveryCode: { statements: 0, rows: 0 },
  getRecoveryCodes: { statements: 2, rows: 17 },
  createRecoveryCodes: { statements: 5, rows: 30 },
  deleteRecoveryCodes: { statements: 2, rows: 18 },
  listItems: { statements: 2, rows: 143 },
  getItem: { statements: 2, rows: 13 },
  updateItem: { statements: 8, rows: 21 },
  trashItem: { statements: 6, rows: 21 },
  restoreItem: { statements: 8, rows: 25 },
  deleteItem: { statements: 7, rows: 30 },
  downloadItem: { statements: 2, rows: 17 },
  changeItems: { statements: 3, rows: 15 },
  createFolder: { statements: 7, rows: 162 },
  listFolder: { statements: 3, rows: 20 },
  getItemPath: { statements: 3, rows: 20 },
  moveItem: { statements: 8, rows: 28 },
  startUpload: { statements: 6, rows: 187 },
  listUploads: { statements: 3, rows: 70 },
  getUpload: { statements: 3, rows: 23 },
  signParts: { statements: 2, rows: 21 },
  completeUpload: { statements: 2, rows: 22 },
  cancelUpload: { statements: 5, rows: 50 },
  listGrants: { statements: 3, rows: 33 },
  putGrant: { statements: 14, rows: 59 },
  revokeGrant: { statements: 2, rows: 28 },
  listLinks: { statements: 3, rows: 28 },
  createLink: { statements: 7, rows: 33 },
  revokeLink: { statements: 2, rows: 27 },
  openLink: { statements: 2, rows: 0 },
  downloadLink: { statements: 2, rows: 0 },
  searchItems: { statements: 4, rows: 513 },
};

/** Other views of `listItems`; the owner has 10 items in the trash, and others share 100. */
export const viewCosts = {
  shared: { statements: 3, rows: 10931 },
  trash: { statements: 2, rows: 59 },
};
