// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { makeLinksInert } from './markdown/inert-links.ts';
import { sanitize } from './sanitize.ts';
import { UnreadableFileError } from './unreadable-file-error.ts';

const serialize = (nodes: DocumentFragment): string => {
  const container = document.createElement('div');
  container.append(nodes);
  return container.innerHTML;
};

const allowed = { elements: ['p', 'a', 'span'], attributes: ['href', 'class'] };

test.each([
  ['<script>steal()</script>', ''],
  ['<p onclick="steal()" style="color: red" id="app" data-x="1">text</p>', '<p>text</p>'],
  ['<iframe srcdoc="<script>steal()</script>"></iframe>', ''],
  ['<img src="https://elsewhere.example/pixel.png">', ''],
  ['<svg><script>steal()</script></svg>', ''],
  ['<math><mtext><table><mglyph><style><img src=x onerror="steal()">', ''],
  ['<form action="/api"><input name="q"></form>', ''],
  ['<a href="javascript:steal()">press</a>', '<a>press</a>'],
])('keeps of %s only %j', (html, kept) => {
  expect(serialize(sanitize(html, allowed))).toBe(kept);
});

test('refuses HTML of more elements than a page shows in time', () => {
  expect(() => sanitize('<span></span>'.repeat(100_000), allowed)).toThrow(UnreadableFileError);
});

test('opens links to other sites in a tab of their own, and links to this app not at all', () => {
  const html =
    '<a href="https://elsewhere.example/">there</a><a href="/account">here</a><a href="//x.example">x</a>';

  expect(serialize(makeLinksInert(sanitize(html, allowed)))).toBe(
    '<a href="https://elsewhere.example/" target="_blank" rel="noopener noreferrer nofollow">there</a><a>here</a><a>x</a>',
  );
});
