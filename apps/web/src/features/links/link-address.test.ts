import { describe, expect, test } from 'vitest';
import { linkAddress, readLinkSecret, straightenLink } from './link-address.ts';

const secret = 'wJalrXUtnFEMI-K7MDENG_bPxRfiCYEXAMPLEKEY012';

test('reads the secret from the address of a link', () => {
  const address = new URL(linkAddress('https://share.example', secret));

  expect(readLinkSecret(address.hash)).toBe(secret);
});

test('keeps the secret out of the parts of the address that a server receives', () => {
  const { pathname, search } = new URL(linkAddress('https://share.example', secret));

  expect(pathname + search).toBe('/s');
});

for (const hash of ['', '#', '#short', `#${secret}x`, `#%20${secret.slice(3)}`, `#/${secret}`]) {
  test(`finds no secret in "${hash}"`, () => {
    expect(readLinkSecret(hash)).toBeUndefined();
  });
}

describe('a link', () => {
  const bent = [
    `/s#${secret}`,
    `/s%23${secret}`,
    `/s%2523${secret}`,
    `/s/#${secret}`,
    `/s/%23${secret}`,
    `/s#/${secret}`,
    `/s?fbclid=1#${secret}`,
    `/s?utm_source=a%20b%23${secret}`,
    `/s#${secret}?utm_source=mail`,
    `/s#${secret}.`,
    `/s#${secret})`,
    `/s%23${secret}%3E`,
    `/s#${secret.slice(0, 20)}%0D%0A${secret.slice(20)}`,
    `/s#${secret.slice(0, 20)}\u200B${secret.slice(20)}`,
  ];

  test.each(bent)('that arrives as %j is put right', (address) => {
    expect(straightenLink(new URL(address, 'https://files.example.com'))).toBe(`/s#${secret}`);
  });

  test.each([
    `/s#${secret}A`,
    '/s#short',
    '/s%23',
    `/files#${secret}`,
    `/shared%23${secret}`,
    `/s/x#${secret}`,
    '/s%23%',
  ])('is not guessed from %j', (address) => {
    expect(straightenLink(new URL(address, 'https://files.example.com'))).toBeUndefined();
  });
});
