import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// What a new environment of Lambda does: load the bundle, then handle one event. JavaScript, because Node would spend
// time on the types.
const [, , bundle, event] = process.argv;

const usageSince = (startedAt, cpu) => {
  const { user, system } = process.cpuUsage(cpu);
  return {
    milliseconds: performance.now() - startedAt,
    cpuMilliseconds: (user + system) / 1000,
    residentMegabytes: process.memoryUsage.rss() / 2 ** 20,
  };
};

const { handler } = await import(pathToFileURL(join(bundle, 'lambda.js')).href);
// Lambda counts the start of Node as well.
const init = usageSince(0, undefined);
const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
const { statusCode, body } = await handler(JSON.parse(event), {});
if (statusCode !== 200) throw new Error(`${statusCode} ${body}`);
const invocation = usageSince(startedAt, cpu);
process.stderr.write(JSON.stringify({ init, invocation }), () => process.exit());
