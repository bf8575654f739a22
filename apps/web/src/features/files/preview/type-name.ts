import type { Item } from '@share-my-files/contract';
import { extensionOf } from './extension.ts';

const namesOfExtensions: Readonly<Record<string, string>> = {
  '7z': '7-Zip archives',
  apk: 'Android apps',
  dmg: 'Disk images',
  doc: 'Word documents',
  docx: 'Word documents',
  epub: 'E-books',
  exe: 'Windows programs',
  gz: 'Compressed files',
  iso: 'Disk images',
  key: 'Keynote presentations',
  msi: 'Windows installers',
  numbers: 'Numbers spreadsheets',
  odp: 'OpenDocument presentations',
  ods: 'OpenDocument spreadsheets',
  odt: 'OpenDocument texts',
  pages: 'Pages documents',
  ppt: 'PowerPoint presentations',
  pptx: 'PowerPoint presentations',
  psd: 'Photoshop pictures',
  rar: 'RAR archives',
  rtf: 'Rich text documents',
  sketch: 'Sketch documents',
  tar: 'TAR archives',
  tgz: 'Compressed TAR archives',
  ttf: 'Fonts',
  woff2: 'Fonts',
  xls: 'Excel spreadsheets',
  xlsx: 'Excel spreadsheets',
};

/** Returns the plural name of files of this type. */
export const typeNameOf = ({ name }: Pick<Item, 'name'>): string => {
  const extension = extensionOf(name);
  if (!/^[a-z0-9]{1,8}$/.test(extension)) return 'Files of this type';
  return namesOfExtensions[extension] ?? `${extension.toUpperCase()} files`;
};
