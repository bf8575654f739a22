import * as z from 'zod/mini';

/** The longest file name that common file systems store, in bytes of UTF-8. */
export const maximumFileNameBytes = 255;

const pathSeparators = /[/\\]+/g;
const controlCharacters = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
// Unicode TR36: these reorder what is displayed, so that "exe.txt" can be read as "txt.exe". The marks U+200E, U+200F
// and U+061C reorder only their neighbours, and names contain them: Windows in Hebrew begins that of a screenshot so.
const directionOverrides = /[\u202A-\u202E\u2066-\u2069]/gu;
// U+2800 is a blank that counts as a symbol.
const invisible = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cf}\u2800]/gu;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** A file name as people see it: any script and emoji, but nothing that names a path or disguises itself. */
export const fileNameSchema = z.string().check(
  z.trim(),
  z.normalize('NFC'),
  z.minLength(1, 'Give the file a name.'),
  z.refine(
    (name) => name === '' || name.replace(invisible, '') !== '',
    'This name has no visible character.',
  ),
  z.refine((name) => byteLength(name) <= maximumFileNameBytes, 'This name is too long: 255 bytes at most.'),
  z.refine((name) => name.search(pathSeparators) < 0, 'A name must not contain / or \\.'),
  z.refine((name) => name !== '.' && name !== '..', 'This name is reserved.'),
  z.refine((name) => name.search(controlCharacters) < 0, 'A name must not contain control characters.'),
  z.refine(
    (name) => name.search(directionOverrides) < 0,
    'A name must not contain characters that change the reading direction.',
  ),
  z.refine((name) => name.isWellFormed(), 'This name is not valid Unicode text.'),
);

/** Cuts the end of the stem, so that the extension stays. */
const limitLength = (name: string): string => {
  const [extension = ''] = /\.[^.]{1,16}$/u.exec(name) ?? [];
  const stem = Array.from(name.slice(0, name.length - extension.length));
  while (byteLength(stem.join('') + extension) > maximumFileNameBytes) stem.pop();
  return stem.join('') + extension;
};

/** Returns a name without what `fileNameSchema` refuses, or an empty text if nothing is left of it. */
export const cleanFileName = (name: string): string => {
  const cleaned = name
    .toWellFormed()
    .replace(pathSeparators, '-')
    .replace(controlCharacters, ' ')
    .replace(directionOverrides, '')
    .normalize('NFC')
    .trim();
  const parsed = fileNameSchema.safeParse(limitLength(cleaned));
  return parsed.data ?? '';
};
