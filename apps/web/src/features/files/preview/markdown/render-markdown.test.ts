import { expect, test } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

test('shows HTML of the file as text', () => {
  const html = renderMarkdown('<script>steal()</script>\n\n<img src=x onerror="steal()"> **bold**');

  expect(html).not.toMatch(/<(script|img)/);
  expect(html).toContain('&lt;script&gt;');
  expect(html).toContain('<strong>bold</strong>');
});

test('turns pictures from elsewhere into links that name their site', () => {
  expect(renderMarkdown('![A cat](https://pictures.example/cat.png?reader=1)')).toBe(
    '<p><a href="https://pictures.example/cat.png?reader=1">A cat (picture from pictures.example)</a></p>\n',
  );
  expect(renderMarkdown('[![Build](https://ci.example/badge.svg)](https://ci.example)')).toBe(
    '<p><a href="https://ci.example">Build (picture from ci.example)</a></p>\n',
  );
  expect(renderMarkdown('![local](cat.png) ![inline](data:image/png;base64,AAAA)')).toBe(
    '<p>local inline</p>\n',
  );
});

test.each([
  'javascript:steal()',
  'JaVaScRiPt:steal()',
  'vbscript:x',
  'data:text/html,x',
  'file:///etc/passwd',
])('makes no link of %s', (url) => {
  expect(renderMarkdown(`[press](${url}) <${url}>`)).not.toContain('href');
});

test('places headings below that of the dialog, and aligns no column by a style', () => {
  expect(renderMarkdown('# One\n\n##### Five')).toBe('<h3>One</h3>\n<h6>Five</h6>\n');
  expect(renderMarkdown('| a |\n| -: |\n| 1 |')).not.toContain('style');
});

const depthOf = (html: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const [, closing] of html.matchAll(/<(\/?)(?!hr|br)\w/g)) {
    depth += closing ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
};

test.each([
  ['quotes', '>'],
  ['lists', '- '],
  ['emphasis', '*a '],
  ['links', '['],
  ['pictures', '!['],
  ['backticks', '`a``'],
  ['references', '[a]: b\n'],
])('renders a file of 256 KiB of nested %s, at a small depth', (_, part) => {
  const hostile = part.repeat((256 * 1024) / part.length);

  expect(depthOf(renderMarkdown(hostile))).toBeLessThan(50);
});
