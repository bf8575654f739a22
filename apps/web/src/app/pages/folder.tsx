import { isAllowed } from '@share-my-files/contract';
import FolderOpen from 'lucide-react/icons/folder-open';
import FolderX from 'lucide-react/icons/folder-x';
import { useParams } from 'react-router';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { useItem } from '#features/files/api/get-item.ts';
import { isItemGone } from '#features/files/api/item-gone.ts';
import { ItemBrowser } from '#features/files/browser/item-browser.tsx';
import { Breadcrumbs } from '#features/folders/components/breadcrumbs.tsx';
import { NewFolderButton } from '#features/folders/components/new-folder-button.tsx';
import { UploadButton } from '#features/uploads/components/upload-button.tsx';
import { MoveDialog, ShareDialog } from '../signed-in/lazy-dialogs.ts';

const Folder = ({ folderId }: { readonly folderId: string }) => {
  const { data: folder, error } = useItem(folderId);
  if (isItemGone(error)) {
    return (
      <EmptyState
        icon={FolderX}
        heading="h1"
        title="This folder is not available"
        text="It was deleted, or it is no longer shared with you."
      />
    );
  }
  const canAdd = folder !== undefined && folder.trashedAt === null && isAllowed(folder.role, 'updateItem');
  const isOwn = folder === undefined || folder.role === 'owner';
  return (
    <>
      <Breadcrumbs folderId={folderId} isOwn={isOwn} />
      <PageHeader title={folder?.name ?? 'Folder'}>
        {canAdd && (
          <div className="page-header__actions">
            <NewFolderButton parentId={folderId} />
            <UploadButton parentId={folderId} />
          </div>
        )}
      </PageHeader>
      <ItemBrowser
        view={isOwn ? 'mine' : 'shared'}
        folderId={folderId}
        {...(isOwn && { shareDialog: ShareDialog, moveDialog: MoveDialog })}
      >
        <EmptyState
          icon={FolderOpen}
          title="This folder is empty"
          text={canAdd ? 'Upload files, or create a folder in it.' : 'Nobody has added anything yet.'}
        />
      </ItemBrowser>
    </>
  );
};

export const FolderPage = () => {
  const { folderId = '' } = useParams();
  return <Folder key={folderId} folderId={folderId} />;
};
