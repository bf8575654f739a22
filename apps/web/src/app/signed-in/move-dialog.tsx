import type { Item } from '@share-my-files/contract';
import { MoveItemsDialog } from '#features/folders/move/move-items-dialog.tsx';

type MoveDialogProps = { readonly items: readonly Item[]; readonly onClose: () => void };

export const MoveDialog = (props: MoveDialogProps) => <MoveItemsDialog {...props} />;
