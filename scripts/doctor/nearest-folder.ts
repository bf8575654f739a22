import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Returns the path if it exists, or its closest existing parent. */
export const nearestFolder = (path: string): string =>
  existsSync(path) ? path : nearestFolder(dirname(path));
