import FolderOpen from 'lucide-react/icons/folder-open';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { OtherAccountHint } from '#features/account/components/other-account-hint.tsx';
import { ItemBrowser } from '#features/files/browser/item-browser.tsx';
import { NewFolderButton } from '#features/folders/components/new-folder-button.tsx';
import { UploadButton } from '#features/uploads/components/upload-button.tsx';
import { MoveDialog, ShareDialog } from '../signed-in/lazy-dialogs.ts';
import './files.css';

export const FilesPage = () => (
  <>
    <PageHeader title="My files">
      <div className="page-header__actions">
        <NewFolderButton parentId={null} />
        <UploadButton />
      </div>
    </PageHeader>
    <ItemBrowser view="mine" shareDialog={ShareDialog} moveDialog={MoveDialog}>
      <EmptyState
        icon={FolderOpen}
        title="Your files will appear here"
        text={
          <>
            Choose files with the button above
            <span className="files-page__drop">, or drop them anywhere on this page</span>.
          </>
        }
      >
        <OtherAccountHint />
      </EmptyState>
    </ItemBrowser>
  </>
);
