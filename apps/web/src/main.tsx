import { z } from 'zod/mini';

// Compiling schemas needs `new Function`, which a strict Content-Security-Policy blocks and reports. Schemas read this
// setting when their module loads, so it must run before every import that defines one.
z.config({ jitless: true });

const { start } = await import('#app/start.tsx');

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no element with the id "root".');
await start(element);
