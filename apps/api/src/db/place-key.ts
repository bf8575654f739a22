import { createHash } from 'node:crypto';

// Equal in upper case is what file systems that ignore case call equal: "straße" and "STRASSE" are.
const foldName = (name: string): string => name.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');

/** The columns of an item that say where it is; the key of one without a place is its own id. */
export type Place = { parentId: string | null; name: string; placeKey: string };

/** Returns a text that only items of the same name in the same folder share; a hash, since a key of Aurora DSQL has 1 KiB. */
export const placeKeyOf = ({
  ownerId,
  parentId,
  name,
}: Omit<Place, 'placeKey'> & { ownerId: string }): string =>
  createHash('sha256')
    .update(`${parentId ?? ownerId}/${foldName(name)}`)
    .digest('base64url');
