import { z } from 'zod/mini';

// Compiling schemas needs `new Function`, which a strict Content-Security-Policy blocks and reports. Schemas read this
// setting when their module loads, so it must run before every module that defines one.
z.config({ jitless: true });
