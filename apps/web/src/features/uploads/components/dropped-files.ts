type Dropped = { readonly files: readonly File[]; readonly folderNames: readonly string[] };

/** Separates files from folders, which browsers pass as unreadable files. */
export const readDropped = ({ items }: DataTransfer): Dropped => {
  const dropped = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return {
    files: dropped.flatMap(({ entry, file }) => (file && !entry?.isDirectory ? [file] : [])),
    folderNames: dropped.flatMap(({ entry }) => (entry?.isDirectory ? [entry.name] : [])),
  };
};

export const carriesFiles = (transfer: DataTransfer | null): transfer is DataTransfer =>
  transfer?.types.includes('Files') ?? false;
