import type { OperationName } from './test-client.ts';

/** SQL statements that a request sends, besides `begin` and `commit`, and rows that they read in tables and indexes. */
export type Cost = { statements: number; rows: number };

/**
 * Requests of an owner with 100 of 100,000 items, or of a visitor without a secret. One of the statements asks whether
 * the session is alive, which requests that only read share for a second.
 */
export const operationCosts: Record<OperationName, Cost> = {
  getMe: { statements: 2, rows: 5 },
  previewDeletion: { statements: 6, rows: 614 },
  deleteAccount: { statements: 2, rows: 4 },
  exportAccount: { statements: 6, rows: 27 },
  exportFiles: { statements: 102, rows: 432 },
  listSessions: { statements: 1, rows: 4 },
  endSession: { statements: 2, rows: 5 },
  endOtherSessions: { statements: 2, rows: 6 },
  signOutEverywhere: { statements: 2, rows: 7 },
  startRecovery: { statements: 0, rows: 0 },
  redeemRecoveryCode: { statements: 0, rows: 0 },
  getRecoveryCodes: { statements: 2, rows: 17 },
  createRecoveryCodes: { statements: 5, rows: 30 },
  deleteRecoveryCodes: { statements: 2, rows: 18 },
  listItems: { statements: 2, rows: 228 },
  getItem: { statements: 2, rows: 13 },
  updateItem: { statements: 5, rows: 17 },
  trashItem: { statements: 5, rows: 18 },
  restoreItem: { statements: 5, rows: 20 },
  deleteItem: { statements: 7, rows: 29 },
  downloadItem: { statements: 2, rows: 17 },
  changeItems: { statements: 3, rows: 15 },
  startUpload: { statements: 6, rows: 162 },
  listUploads: { statements: 2, rows: 62 },
  getUpload: { statements: 3, rows: 21 },
  signParts: { statements: 2, rows: 19 },
  completeUpload: { statements: 2, rows: 20 },
  cancelUpload: { statements: 5, rows: 62 },
  listGrants: { statements: 3, rows: 29 },
  putGrant: { statements: 14, rows: 47 },
  revokeGrant: { statements: 2, rows: 25 },
  listLinks: { statements: 3, rows: 26 },
  createLink: { statements: 7, rows: 31 },
  revokeLink: { statements: 2, rows: 25 },
  openLink: { statements: 2, rows: 0 },
  downloadLink: { statements: 2, rows: 0 },
};

/** Other views of `listItems`; the owner has 10 items in the trash, and others share 100. */
export const viewCosts = {
  shared: { statements: 3, rows: 10912 },
  trash: { statements: 2, rows: 49 },
};
