import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/** The path itself, or the closest folder above it that exists. */
export const nearestFolder = (path: string): string =>
  existsSync(path) ? path : nearestFolder(dirname(path));
