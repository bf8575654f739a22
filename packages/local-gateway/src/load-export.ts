import { pathToFileURL } from 'node:url';
import { StartError } from '@share-my-files/local-server';

/** An export of a module: `FILE#EXPORT` on the command line. */
export type ModuleExport = { file: string; name: string };

/** Loads an export. Throws `StartError` if the module does not have it. */
export const loadExport = async ({ file, name }: ModuleExport): Promise<unknown> => {
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  if (Object.hasOwn(module, name)) return module[name];
  throw new StartError(`${file} does not export ${name}.`);
};
