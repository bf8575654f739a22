import {
  File,
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  type LucideIcon,
} from 'lucide-react';
import './file-icon.css';

const iconsByMediaType: [pattern: RegExp, icon: LucideIcon][] = [
  [/^image\//, FileImage],
  [/^video\//, FileVideo],
  [/^audio\//, FileAudio],
  [/spreadsheet|ms-excel|csv/, FileSpreadsheet],
  [/zip|gzip|x-tar|7z|rar/, FileArchive],
  [/^text\/|pdf|msword|wordprocessing|rtf/, FileText],
];

/** Decoration: the name beside it says what the file is. */
export const FileIcon = ({ mediaType }: { mediaType: string }) => {
  const Icon = iconsByMediaType.find(([pattern]) => pattern.test(mediaType))?.[1] ?? File;
  return (
    <span className="file-icon" aria-hidden="true">
      <Icon size={20} />
    </span>
  );
};
