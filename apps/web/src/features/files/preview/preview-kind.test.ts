import { expect, test } from 'vitest';
import { previewKindOf } from './preview-kind.ts';

test.each([
  ['image/png', 'image'],
  ['image/heic', 'image'],
  ['video/mp4', 'video'],
  ['video/quicktime', 'video'],
  ['audio/mpeg', 'audio'],
  ['audio/x-m4a', 'audio'],
  ['audio/flac', 'audio'],
  ['text/plain', 'text'],
])('shows %s as %s', (mediaType, kind) => {
  expect(previewKindOf(mediaType)).toBe(kind);
});

test.each([
  'image/svg+xml',
  'audio/any+xml',
  'text/html',
  'text/xml',
  'application/xhtml+xml',
  'application/pdf',
  'multipart/x-mixed-replace',
  '',
])('has no preview for %j, which may run script or is unknown', (mediaType) => {
  expect(previewKindOf(mediaType)).toBe('none');
});
