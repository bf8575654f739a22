import { build, preview } from 'vite';

await build({ logLevel: 'warn' });
await preview();
