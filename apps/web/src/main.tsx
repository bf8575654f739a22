import './configure-zod.ts';
import { start } from '#app/start.tsx';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no element with the id "root".');
await start(element);
