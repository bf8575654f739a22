import FolderOpen from 'lucide-react/icons/folder-open';
import { lazy } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { OtherAccountHint } from '#features/account/components/other-account-hint.tsx';
import { ItemBrowser } from '#features/files/browser/item-browser.tsx';
import { UploadButton } from '#features/uploads/components/upload-button.tsx';
import './files.css';

const ShareDialog = lazy(async () => ({
  default: (await import('../signed-in/share-dialog.tsx')).ShareDialog,
}));

export const FilesPage = () => (
  <>
    <PageHeader title="My files">
      <UploadButton />
    </PageHeader>
    <ItemBrowser view="mine" shareDialog={ShareDialog}>
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
