import { expect, test } from 'vitest';
import { linkAddress, readLinkSecret } from './link-address.ts';

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
