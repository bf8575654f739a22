import { lazy } from 'react';

// Loaded when one is first opened.

export const MoveDialog = lazy(async () => ({
  default: (await import('#features/folders/move/move-items-dialog.tsx')).MoveItemsDialog,
}));

export const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }));
