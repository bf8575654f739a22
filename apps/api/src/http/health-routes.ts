import type { Logger } from 'pino';
import { createRouter } from './create-router.ts';

type Check = () => Promise<unknown>;

/** `/healthz`: this process runs. `/readyz`: its dependencies respond; only the log names one that does not. */
export const createHealthRoutes = (checks: Record<string, Check>, logger: Logger) => {
  const router = createRouter();
  let hasBeenReady = false;

  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/readyz', async (_request, response) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await check();
          return true;
        } catch (err) {
          // A process that starts is not a fault.
          logger[hasBeenReady ? 'warn' : 'info']({ err, check: name }, 'not ready');
          return false;
        }
      }),
    );
    const isReady = results.every(Boolean);
    hasBeenReady ||= isReady;
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ok' : 'unavailable' });
  });

  return router;
};
