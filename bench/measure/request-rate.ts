import { Pool } from 'undici';
import { workPerSecond } from './work-per-second.ts';

export type Load = { connections: number; seconds: number };

export type HttpRequest = {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Status of every response. */
  status?: number;
};

/** Opens connections on which `send` sends the request; it throws for another status than the expected one. */
export const withConnections = async <Result>(
  { url, method = 'GET', headers = {}, body, status = 200 }: HttpRequest,
  connections: number,
  use: (send: () => Promise<void>) => Promise<Result>,
): Promise<Result> => {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const send = async () => {
    const response = await pool.request({ path: pathname + search, method, headers, body: body ?? null });
    if (response.statusCode !== status)
      throw new Error(`${url}: ${response.statusCode} ${await response.body.text()}`);
    await response.body.dump();
  };
  return await use(send).finally(() => pool.close());
};

const boundsOf = ({ connections, seconds }: Load) => ({
  workPerRound: Number.POSITIVE_INFINITY,
  secondsPerRound: seconds,
  concurrency: connections,
});

/** Sends a request over and over on all connections and counts. */
export const requestRate = (request: HttpRequest, load: Load): Promise<number> =>
  withConnections(request, load.connections, (send) => workPerSecond(send, boundsOf(load)));

/** Sends a request over and over on all connections. Returns the milliseconds that each took. */
export const requestTimes = (request: HttpRequest, load: Load): Promise<number[]> =>
  withConnections(request, load.connections, async (send) => {
    const times: number[] = [];
    const sendTimed = async () => {
      const startedAt = performance.now();
      await send();
      times.push(performance.now() - startedAt);
    };
    await workPerSecond(sendTimed, boundsOf(load));
    return times;
  });
