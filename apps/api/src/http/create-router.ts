import { Router } from 'express';

/** Takes a path letter by letter, as API Gateway does: what works here must work behind it. */
export const createRouter = (): Router => Router({ caseSensitive: true, strict: true });
