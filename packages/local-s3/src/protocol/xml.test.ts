import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseXml, renderXml } from './xml.ts';

test('parses rendered text back to the same text', () => {
  const text = fc
    .string({ unit: 'binary' })
    .filter((value) => !/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(value));

  fc.assert(
    fc.property(text, (value) => {
      expect(parseXml(renderXml('Root', { Key: value }), 'Root').text('Key')).toBe(value);
    }),
  );
});

test('omits undefined values and repeats the element of a list', () => {
  expect(renderXml('Root', { Absent: undefined, Item: ['a', 'b'], Size: 0, Truncated: false })).toContain(
    '<Item>a</Item><Item>b</Item><Size>0</Size><Truncated>false</Truncated></Root>',
  );
});

test.each([
  '',
  'text',
  '<Root>',
  '<Root><Key></Root>',
  '<Other/>',
  '<Root/><Root/>',
  '<!DOCTYPE Root [<!ENTITY a "b">]><Root>&a;</Root>',
  '<Root><__proto__>x</__proto__></Root>',
])('rejects the document %j', (source) => {
  expect(() => parseXml(source, 'Root')).toThrow(expect.objectContaining({ code: 'MalformedXML' }));
});

test.each(['<Root/>', '<Root><Key>a</Key><Key>b</Key></Root>', '<Root><Key><Deep/></Key></Root>'])(
  'finds no single text in %j',
  (source) => {
    expect(() => parseXml(source, 'Root').text('Key')).toThrow(
      expect.objectContaining({ code: 'MalformedXML' }),
    );
  },
);
