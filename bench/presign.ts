import { parseArgs } from 'node:util';
import { requestRate } from './measure/request-rate.ts';
import { reportResults } from './measure/results.ts';
import { measureInterleaved } from './measure/rounds.ts';
import { seedUpload } from './presign/seed-upload.ts';
import { startSignedInApi } from './servers/signed-in-api.ts';
import { withFolder } from './servers/with-folder.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '16' },
    keep: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const load = { connections: Number(values.connections), seconds: Number(values.seconds) };

const toBody = (count: number): string => {
  const parts = Array.from({ length: count }, (_, index) => ({
    partNumber: index + 1,
    checksumSha256: `${'A'.repeat(43)}=`,
  }));
  return JSON.stringify({ parts });
};

await withFolder(async (folder, stopLater) => {
  const { databaseUrl, endpoint, ...user } = await startSignedInApi(folder, stopLater);
  const url = `${endpoint}/api/uploads/${await seedUpload(databaseUrl, user.userId)}/parts`;
  const headers = { ...user.headers, 'content-type': 'application/json' };

  const contenders = [1, 4, 100].map((count) => ({
    name: `${count} in a request`,
    measure: async () =>
      count * (await requestRate({ url, method: 'POST', headers, body: toBody(count) }, load)),
  }));
  const results = await measureInterleaved(contenders, rounds);
  const run = `${rounds} rounds of ${load.seconds} s, ${load.connections} connections`;
  reportResults('presign', { unit: 'Part URLs', run, results, keep: values.keep });
});
