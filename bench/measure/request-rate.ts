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

/** Sends a request over and over on all connections and counts. Throws for another status than the expected one. */
export const requestRate = async (
  { url, method = 'GET', headers = {}, body, status = 200 }: HttpRequest,
  { connections, seconds }: Load,
): Promise<number> => {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const send = async () => {
    const response = await pool.request({ path: pathname + search, method, headers, body: body ?? null });
    if (response.statusCode !== status)
      throw new Error(`${url}: ${response.statusCode} ${await response.body.text()}`);
    await response.body.dump();
  };
  const bounds = {
    workPerRound: Number.POSITIVE_INFINITY,
    secondsPerRound: seconds,
    concurrency: connections,
  };
  return await workPerSecond(send, bounds).finally(() => pool.close());
};
