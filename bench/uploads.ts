import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startStack } from '../e2e/support/start-stack.ts';
import { chromiumIsMissing, findChromium } from '../scripts/test/chromium.ts';
import { reportResults } from './measure/results.ts';
import { measureInterleaved } from './measure/rounds.ts';
import { stackPorts } from './servers/stack-ports.ts';
import { withFolder } from './servers/with-folder.ts';
import { openApp } from './uploads/browser.ts';
import { putWithCurl } from './uploads/curl.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    megabytes: { type: 'string', default: '200' },
    files: { type: 'string', default: '200' },
    keep: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);

const chromium = findChromium();
if (chromium === undefined) throw new Error(chromiumIsMissing);

await withFolder(async (folder, stopLater) => {
  const createFile = (name: string, bytes: number): string => {
    const path = join(folder, name);
    writeFileSync(path, randomBytes(bytes));
    return path;
  };
  const [largeBytes, smallBytes] = [Number(values.megabytes) * 1e6, 1e5];
  const large = [createFile('film.bin', largeBytes)];
  const small = Array.from({ length: Number(values.files) }, (_, index) =>
    createFile(`photo-${index}.bin`, smallBytes),
  );

  stopLater({ stop: await startStack(stackPorts, {}, '--built') });
  const origin = `http://localhost:${stackPorts.webPort}`;
  const app = stopLater(await openApp(origin, chromium));
  const api = { url: `${origin}/api`, authorization: app.authorization };

  const one = `1 file of ${values.megabytes} MB`;
  const many = `${values.files} files of 100 kB`;
  const results = await measureInterleaved(
    [
      { name: `curl, ${one}`, measure: async () => largeBytes / 1e6 / (await putWithCurl(api, large)) },
      { name: `browser, ${one}`, measure: async () => largeBytes / 1e6 / (await app.uploadFiles(large)) },
      {
        name: `curl, ${many}`,
        measure: async () => (small.length * smallBytes) / 1e6 / (await putWithCurl(api, small)),
      },
      {
        name: `browser, ${many}`,
        measure: async () => (small.length * smallBytes) / 1e6 / (await app.uploadFiles(small)),
      },
    ],
    rounds,
  );
  reportResults('uploads', {
    unit: 'Megabytes',
    run: `${rounds} rounds`,
    results,
    comparisons: { [`browser, ${one}`]: `curl, ${one}`, [`browser, ${many}`]: `curl, ${many}` },
    ratio: 'of curl',
    keep: values.keep,
  });
});
