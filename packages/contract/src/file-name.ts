import { z } from 'zod';

/** The longest file name that common file systems store, in bytes of UTF-8. */
export const maximumFileNameBytes = 255;

const controlCharacters = /[\p{Cc}\p{Zl}\p{Zp}]/u;
// Unicode TR36: these reorder what is displayed, so that "exe.txt" can be read as "txt.exe".
const bidirectionalControls = /\p{Bidi_Control}/u;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** A file name as people see it: any script and emoji, but nothing that names a path or disguises itself. */
export const fileNameSchema = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1, 'Give the file a name.')
  .refine((name) => byteLength(name) <= maximumFileNameBytes, 'This name is too long: 255 bytes at most.')
  .refine((name) => !/[/\\]/.test(name), 'A name must not contain / or \\.')
  .refine((name) => name !== '.' && name !== '..', 'This name is reserved.')
  .refine((name) => !controlCharacters.test(name), 'A name must not contain control characters.')
  .refine(
    (name) => !bidirectionalControls.test(name),
    'A name must not contain characters that change the reading direction.',
  )
  .refine((name) => name.isWellFormed(), 'This name is not valid Unicode text.');
