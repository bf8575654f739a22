import { expect, test } from 'vitest';
import { parseProductName, replaceProductName } from './product-name.ts';

const words = ['old', 'box'];

test.each([
  ['OldBox could not start', 'Acme Drop could not start'],
  ['Old Box', 'Acme Drop'],
  ['`OldBox-$' + '{name}`', '`AcmeDrop-$' + '{name}`'],
  ['class OldBoxStack', 'class AcmeDropStack'],
  ['@old-box/api', '@acme-drop/api'],
  ['postgres://old_box@database/old_box', 'postgres://acme_drop@database/acme_drop'],
  ['process.env.OLD_BOX_STACK', 'process.env.ACME_DROP_STACK'],
  ['localoldboxweb000001', 'localacmedropweb000001'],
  ['const oldBox = 1', 'const acmeDrop = 1'],
])('spells the new name like the old one: %s', (before, after) => {
  expect(replaceProductName(before, words, parseProductName('Acme Drop'))).toBe(after);
});

test.each([
  ['Acme Drop', ['acme', 'drop']],
  ['AcmeDrop', ['acme', 'drop']],
  ['Dropzone', ['dropzone']],
  ['Drop 2', ['drop', '2']],
])('splits %s into words', (display, expected) => {
  expect(parseProductName(display)).toEqual({ display, words: expected });
});

test.each(['', '4 Drops', 'Acme  Drop', 'Acme/Drop', 'Größe', ' Acme'])(
  'rejects the name "%s"',
  (display) => {
    expect(() => parseProductName(display)).toThrow('A name consists of');
  },
);

test('rejects a name that is too long for a bucket', () => {
  expect(() => parseProductName('The Acme File Drop')).toThrow('more than 15 characters');
});
