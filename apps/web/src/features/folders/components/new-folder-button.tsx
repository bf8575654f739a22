import { Button } from '@aws-amplify/ui-react';
import FolderPlus from 'lucide-react/icons/folder-plus';
import { lazy, Suspense, useState } from 'react';
import './new-folder-button.css';

const NewFolderDialog = lazy(async () => ({
  default: (await import('./new-folder-dialog.tsx')).NewFolderDialog,
}));

export const NewFolderButton = ({ parentId }: { readonly parentId: string | null }) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button className="new-folder-button" onClick={() => setIsOpen(true)}>
        <FolderPlus size={18} aria-hidden="true" />
        New folder
      </Button>
      <Suspense>
        {isOpen && <NewFolderDialog parentId={parentId} onClose={() => setIsOpen(false)} />}
      </Suspense>
    </>
  );
};
