import type { Item } from '@share-my-files/contract';
import File from 'lucide-react/icons/file';
import Folder from 'lucide-react/icons/folder';
import LockKeyhole from 'lucide-react/icons/lock-keyhole';
import { ScrollRegion } from '#components/scroll-region.tsx';
import { formatBytes } from '#lib/format-bytes.ts';
import { type LoadContent, LoadedContent } from '../loaded-content.tsx';
import type { ZipEntries, ZipEntry } from './list-entries.ts';
import './zip.css';

const loadEntries: LoadContent<ZipEntries> = async (file, signal) => {
  const { listEntries } = await import('./list-entries.ts');
  return await listEntries(file, signal);
};

const Entry = ({ name, sizeBytes, isFolder, isEncrypted }: ZipEntry) => {
  const Icon = isFolder ? Folder : isEncrypted ? LockKeyhole : File;
  return (
    <li className="preview__entry">
      <Icon size={16} aria-hidden="true" />
      <span className="preview__entry-name">{name}</span>
      <span className="preview__entry-size">
        {isEncrypted && 'protected, '}
        {isFolder ? 'folder' : formatBytes(sizeBytes)}
      </span>
    </li>
  );
};

export const ZipPreview = ({ item }: { readonly item: Item }) => (
  <LoadedContent item={item} load={loadEntries}>
    {({ entries, hasMore }) => (
      <>
        <ScrollRegion label="Contents of the archive" className="preview__text">
          {entries.length === 0 && <p>This archive is empty.</p>}
          <ul>
            {entries.map((entry, place) => (
              <Entry key={place} {...entry} />
            ))}
          </ul>
        </ScrollRegion>
        {hasMore && (
          <p className="preview__note">
            Showing the first 1,000 entries. Download the archive to see the rest.
          </p>
        )}
      </>
    )}
  </LoadedContent>
);
