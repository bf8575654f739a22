import { expect, test } from 'vitest';
import { previewKindOf } from './preview-kind.ts';

test.each([
  ['image/png', 'image'],
  ['image/heic', 'image'],
  ['image/svg+xml', 'drawing'],
  ['video/mp4', 'video'],
  ['video/quicktime', 'video'],
  ['audio/mpeg', 'audio'],
  ['audio/x-m4a', 'audio'],
  ['audio/flac', 'audio'],
  ['text/plain', 'text'],
  ['text/calendar', 'text'],
  ['text/html', 'code'],
  ['text/xml', 'code'],
  ['application/xhtml+xml', 'code'],
  ['application/json', 'code'],
])('shows %s as %s', (mediaType, kind) => {
  expect(previewKindOf({ name: 'file', mediaType })).toBe(kind);
});

test.each([
  ['notes.txt', 'application/octet-stream', 'text'],
  ['Notes.LOG', '', 'text'],
  ['main.ts', 'video/mp2t', 'code'],
  ['main.py', '', 'code'],
  ['photo.ts', 'image/png', 'image'],
  ['README.md', '', 'markdown'],
  ['people.csv', 'application/vnd.ms-excel', 'csv'],
  ['archive.zip', 'application/octet-stream', 'zip'],
  ['archive', 'application/zip', 'zip'],
  ['contract', 'application/pdf', 'pdf'],
])('shows %s of the type %j as %s', (name, mediaType, kind) => {
  expect(previewKindOf({ name, mediaType })).toBe(kind);
});

test.each(['audio/any+xml', 'application/msword', 'multipart/x-mixed-replace', ''])(
  'has no preview for %j',
  (mediaType) => {
    expect(previewKindOf({ name: 'file', mediaType })).toBe('none');
  },
);
