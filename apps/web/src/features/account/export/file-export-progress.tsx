import { formatBytes } from '#lib/format-bytes.ts';
import type { FileExport } from './file-export-state.ts';

const bytesOf = (files: FileExport['files']): number =>
  files.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0);

export const FileExportProgress = ({ phase, files, savedIds }: FileExport) => {
  if (phase === 'listing') return <p role="status">Listing your files…</p>;
  const savedBytes = bytesOf(files.filter(({ id }) => savedIds.has(id)));
  return (
    <div className="file-export__progress">
      <progress aria-label="Files saved" max={files.length} value={savedIds.size} />
      <p>
        {savedIds.size} of {files.length} files saved ({formatBytes(savedBytes)} of{' '}
        {formatBytes(bytesOf(files))})
      </p>
      <p className="file-export__note">Keep this page open until all files are saved.</p>
    </div>
  );
};
