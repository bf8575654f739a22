import type { LucideIcon } from 'lucide-react';
import File from 'lucide-react/icons/file';
import FileArchive from 'lucide-react/icons/file-archive';
import FileAudio from 'lucide-react/icons/file-audio';
import FileImage from 'lucide-react/icons/file-image';
import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import FileText from 'lucide-react/icons/file-text';
import FileVideo from 'lucide-react/icons/file-video';
import Folder from 'lucide-react/icons/folder';
import './file-icon.css';

const iconsByMediaType: [pattern: RegExp, icon: LucideIcon][] = [
  // As file managers of Linux name it.
  [/^inode\/directory$/, Folder],
  [/^image\//, FileImage],
  [/^video\//, FileVideo],
  [/^audio\//, FileAudio],
  [/spreadsheet|ms-excel|csv/, FileSpreadsheet],
  [/zip|gzip|x-tar|7z|rar/, FileArchive],
  [/^text\/|pdf|msword|wordprocessing|rtf/, FileText],
];

/** Decorative: the name is beside it. */
export const FileIcon = ({ mediaType }: { mediaType: string }) => {
  const Icon = iconsByMediaType.find(([pattern]) => pattern.test(mediaType))?.[1] ?? File;
  return (
    <span className="file-icon" aria-hidden="true">
      <Icon size={20} />
    </span>
  );
};
