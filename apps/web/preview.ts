import { build, preview } from 'vite';

await build();
const server = await preview();
server.printUrls();
