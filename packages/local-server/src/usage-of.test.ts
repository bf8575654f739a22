import { expect, test } from 'vitest';
import { usageOf } from './usage-of.ts';

test('the usage has one line for each option', () => {
  const options = {
    port: { placeholder: 'PORT', description: 'Port to listen on', default: '9000' },
    data: { placeholder: 'DIRECTORY', description: 'Folder of the data' },
    key: { placeholder: 'KEY', description: 'Shared key', isOptional: true },
  } as const;

  expect(usageOf('local-thing', options)).toBe(
    `Usage: local-thing [options]

  --port PORT       Port to listen on [default: 9000]
  --data DIRECTORY  Folder of the data [required]
  --key KEY         Shared key`,
  );
});
