import { describe, expect, test } from 'vitest';
import { isForLoopback, isLoopbackOrigin } from './loopback.ts';

describe('the Host header', () => {
  test.each(['localhost', 'LOCALHOST:9000', '127.0.0.1:9000', '[::1]:9000'])('accepts %s', (host) => {
    expect(isForLoopback({ headers: { host } })).toBe(true);
  });

  test.each([
    'rebound.example',
    'localhost.rebound.example',
    '127.0.0.1.rebound.example',
    'localhost@rebound.example',
    'rebound.example@localhost',
    '0.0.0.0',
    '',
  ])('refuses "%s"', (host) => {
    expect(isForLoopback({ headers: { host } })).toBe(false);
  });

  test('is required', () => {
    expect(isForLoopback({ headers: {} })).toBe(false);
  });
});

describe('an origin', () => {
  test.each(['http://localhost:5173', 'https://127.0.0.1', 'http://[::1]:1'])('accepts %s', (origin) => {
    expect(isLoopbackOrigin(origin)).toBe(true);
  });

  test.each(['http://localhost.example', 'null', ''])('refuses "%s"', (origin) => {
    expect(isLoopbackOrigin(origin)).toBe(false);
  });
});
