import { describe, expect, test } from 'vitest';
import { cleanFileName, fileNameSchema } from './file-name.ts';

describe('a file name', () => {
  test.each([
    'photo.jpg',
    'résumé.pdf',
    '写真.png',
    'party 🎉.mp4',
    'a'.repeat(255),
    '...',
    'a%2Fb',
    '\u200F\u200F צילום מסך.png',
    '\u200Ea\u061Cb',
    '👩\u200D🚀',
    '❤\uFE0F',
  ])('may be %j', (name) => {
    expect(fileNameSchema.parse(name)).toBe(name);
  });

  test.each([
    ['', 'Give the file a name.'],
    ['   ', 'Give the file a name.'],
    ['../../etc/passwd', 'A name must not contain / or \\.'],
    ['a\\b', 'A name must not contain / or \\.'],
    ['..', 'This name is reserved.'],
    ['a\u0000b', 'A name must not contain control characters.'],
    ['a\r\nb', 'A name must not contain control characters.'],
    ['a\u2028b', 'A name must not contain control characters.'],
    ['invoice\u202Efdp.exe', 'A name must not contain characters that change the reading direction.'],
    ['a\u2066b\u2069', 'A name must not contain characters that change the reading direction.'],
    ...['\u200B', '\u2800', '\u3164', '\u00AD', '\u{E0041}', '\u200F \u200F', '\uFE0F'].map((name) => [
      name,
      'This name has no visible character.',
    ]),
    ['a'.repeat(256), 'This name is too long: 255 bytes at most.'],
    ['🎉'.repeat(64), 'This name is too long: 255 bytes at most.'],
    ['a\uD800b', 'This name is not valid Unicode text.'],
  ])('refuses %j with a reason', (name, message) => {
    const result = fileNameSchema.safeParse(name);

    expect(result.error?.issues.map((issue) => issue.message)).toContain(message);
  });

  test.each([
    ['a/b\\c.txt', 'a-b-c.txt'],
    ['a\r\nb', 'a b'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    [`${'é'.repeat(200)}.jpeg`, `${'é'.repeat(125)}.jpeg`],
    ['a\uD800b', 'a\uFFFDb'],
    ['photo.jpg', 'photo.jpg'],
    ['..', ''],
    ['\u200B', ''],
  ])('%j becomes %j without what is refused', (name, cleaned) => {
    expect(cleanFileName(name)).toBe(cleaned);
    if (cleaned !== '') expect(fileNameSchema.parse(cleaned)).toBe(cleaned);
  });

  test('is stored in Unicode normal form C, so that equal names look and compare equal', () => {
    expect(fileNameSchema.parse('e\u0301.txt')).toBe('é.txt');
  });
});
