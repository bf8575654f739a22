import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Folder from 'lucide-react/icons/folder';
import { useState } from 'react';
import { FileName } from '#components/file-name.tsx';
import { FormMessage } from '#components/form-message.tsx';
import { IconButton } from '#components/icon-button.tsx';
import { PlainButton } from '#components/plain-button.tsx';
import { explainError } from '#lib/explained-error.ts';
import { useSubfolders } from '../api/list-subfolders.ts';

/** The choice of a folder in a tree. */
type FolderChoice = {
  /** Null is the root, undefined is no choice. */
  readonly chosen: string | null | undefined;
  readonly choose: (folderId: string | null) => void;
  /** Folders that are moved cannot contain themselves. */
  readonly excluded: ReadonlySet<string>;
};

type BranchProps = FolderChoice & { readonly folderId: string | null };

const Subfolders = ({ folderId, ...choice }: BranchProps) => {
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useSubfolders(folderId);
  const folders = (data ?? []).filter(({ id }) => !choice.excluded.has(id));
  return (
    <ul className="folder-tree__folders" aria-busy={isFetching}>
      {folders.map(({ id, name }) => (
        <FolderBranch key={id} {...choice} folderId={id} name={name} />
      ))}
      {data && folders.length === 0 && !hasNextPage && <li className="folder-tree__note">No folders</li>}
      {error && (
        <li>
          <FormMessage tone="error">{explainError(error)}</FormMessage>
        </li>
      )}
      {hasNextPage && (
        <li>
          <PlainButton onClick={() => void fetchNextPage()}>Look for more folders</PlainButton>
        </li>
      )}
    </ul>
  );
};

type FolderBranchProps = BranchProps & { readonly name: string; readonly startsOpen?: boolean };

/** A folder to choose, and the folders in it once it is expanded. */
export const FolderBranch = ({ name, startsOpen = false, ...branch }: FolderBranchProps) => {
  const { folderId, chosen, choose } = branch;
  const [isOpen, setIsOpen] = useState(startsOpen);
  return (
    <li>
      <div className="folder-tree__row">
        <IconButton
          label={`${isOpen ? 'Collapse' : 'Expand'} ${name}`}
          icon={isOpen ? ChevronDown : ChevronRight}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        />
        <label className="folder-tree__choice">
          <input
            type="radio"
            name="destination"
            checked={chosen === folderId}
            onChange={() => choose(folderId)}
          />
          <Folder size={18} aria-hidden="true" />
          <FileName name={name} />
        </label>
      </div>
      {isOpen && <Subfolders {...branch} />}
    </li>
  );
};
