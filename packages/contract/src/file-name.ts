import { z } from 'zod';

/** The longest file name that common file systems store, in bytes of UTF-8. */
export const maximumFileNameBytes = 255;

const controlCharacters = /[\p{Cc}\p{Zl}\p{Zp}]/u;
// Unicode TR36: these reorder what is displayed, so that "exe.txt" can be read as "txt.exe". The marks U+200E, U+200F
// and U+061C reorder only their neighbours, and names contain them: Windows in Hebrew begins that of a screenshot so.
const directionOverrides = /[\u202A-\u202E\u2066-\u2069]/u;
// U+2800 is a blank that counts as a symbol.
const invisible = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cf}\u2800]/gu;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** A file name as people see it: any script and emoji, but nothing that names a path or disguises itself. */
export const fileNameSchema = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1, 'Give the file a name.')
  .refine((name) => name === '' || name.replace(invisible, '') !== '', 'This name has no visible character.')
  .refine((name) => byteLength(name) <= maximumFileNameBytes, 'This name is too long: 255 bytes at most.')
  .refine((name) => !/[/\\]/.test(name), 'A name must not contain / or \\.')
  .refine((name) => name !== '.' && name !== '..', 'This name is reserved.')
  .refine((name) => !controlCharacters.test(name), 'A name must not contain control characters.')
  .refine(
    (name) => !directionOverrides.test(name),
    'A name must not contain characters that change the reading direction.',
  )
  .refine((name) => name.isWellFormed(), 'This name is not valid Unicode text.');
