import { Router } from 'express';

/** Matches paths literally, as API Gateway does, so that each route also works behind it. */
export const createRouter = (): Router => Router({ caseSensitive: true, strict: true });
