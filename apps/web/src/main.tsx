import { z } from 'zod';

// Compiling schemas needs `new Function`, which a strict Content-Security-Policy refuses and reports. A schema
// decides when its module is loaded, so that this has to come before every import with a schema in it.
z.config({ jitless: true });

const { start } = await import('#app/start.tsx');

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no element with the id "root".');
await start(element);
