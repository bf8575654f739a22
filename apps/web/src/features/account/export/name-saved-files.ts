import type { ExportedFile } from '@share-my-files/contract';

/** Folder and name of a file on the user's device. */
export type SavedName = { readonly folder: string; readonly name: string };

type NamedFile = Pick<ExportedFile, 'kind' | 'name' | 'role' | 'trashedAt'>;

const folderOf = ({ role, trashedAt }: NamedFile): string =>
  role !== 'owner' ? 'Shared with me' : trashedAt === null ? 'My files' : 'Trash';

// https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
const refusedByWindows = /[<>:"|?*]|[. ]$/g;
const deviceNames = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

const toPortableName = (name: string): string =>
  name.replaceAll(refusedByWindows, '_').replace(deviceNames, '$1_');

const withNumber = (name: string, number: number): string =>
  number === 1 ? name : name.replace(/(\.[^.]+)?$/, (extension) => ` (${number})${extension}`);

/** Gives each file a name that all file systems accept and that no other one has; folders have no bytes to save. */
export const nameSavedFiles = <File extends NamedFile>(
  files: readonly File[],
): (File & { savedAs: SavedName })[] => {
  const taken = new Set<string>();
  const withBytes = files.filter(({ kind }) => kind === 'file');
  return withBytes.map((file) => {
    const [folder, portable] = [folderOf(file), toPortableName(file.name)];
    let number = 1;
    // Most file systems ignore the case of names.
    const isTaken = () => taken.has(`${folder}/${withNumber(portable, number)}`.toLowerCase());
    while (isTaken()) number += 1;
    const name = withNumber(portable, number);
    taken.add(`${folder}/${name}`.toLowerCase());
    return { ...file, savedAs: { folder, name } };
  });
};
