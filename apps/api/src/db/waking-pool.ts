import { Pool, type PoolClient, type PoolConfig } from 'pg';

type Callback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (error?: Error | boolean) => void,
) => void;

const restMilliseconds = 5_000;
const answerMilliseconds = 1_000;

/**
 * Hands out only connections that still answer. A Lambda container is frozen between two requests; meanwhile the
 * server or a router between them may have forgotten the connection, and nobody here was awake to be told.
 */
export class WakingPool extends Pool {
  readonly #releasedAt = new WeakMap<PoolClient, number>();
  readonly #now: () => number;

  constructor(config: PoolConfig, now: () => number = Date.now) {
    super(config);
    this.#now = now;
    this.on('release', (_error, client) => this.#releasedAt.set(client, this.#now()));
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | undefined {
    const connecting = this.#connectAwake();
    if (callback === undefined) return connecting;
    connecting.then(
      (client) => callback(undefined, client, (error) => client.release(error)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
    return undefined;
  }

  async #connectAwake(): Promise<PoolClient> {
    for (;;) {
      const client = await super.connect();
      if (await this.#isAwake(client)) return client;
      client.release(true);
    }
  }

  async #isAwake(client: PoolClient): Promise<boolean> {
    const releasedAt = this.#releasedAt.get(client);
    if (releasedAt === undefined || this.#now() - releasedAt < restMilliseconds) return true;
    const ping = { text: 'select 1', query_timeout: answerMilliseconds };
    return await client.query(ping).then(
      () => true,
      () => false,
    );
  }
}
