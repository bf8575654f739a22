import type { Item } from '@share-my-files/contract';
import { Dialog } from '#components/dialog.tsx';
import { LinksSection } from '#features/links/links-section.tsx';
import { PeopleSection } from '#features/shares/people-section.tsx';

type ShareDialogProps = { readonly item: Item; readonly onClose: () => void };

export const ShareDialog = ({ item, onClose }: ShareDialogProps) => (
  <Dialog title={`Share ${item.name}`} onClose={onClose}>
    <PeopleSection itemId={item.id} />
    <LinksSection itemId={item.id} />
  </Dialog>
);
