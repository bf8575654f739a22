import { expect, test } from 'vitest';
import { previewKindOf } from './preview-kind.ts';

test.each([
  ['image/png', 'image'],
  ['video/mp4', 'video'],
  ['audio/mpeg', 'audio'],
  ['text/plain', 'text'],
])('shows %s as %s', (mediaType, kind) => {
  expect(previewKindOf(mediaType)).toBe(kind);
});

test.each(['image/svg+xml', 'text/html', 'application/xhtml+xml', 'application/pdf', ''])(
  'has no preview for %j, which may run script or is unknown',
  (mediaType) => {
    expect(previewKindOf(mediaType)).toBe('none');
  },
);
