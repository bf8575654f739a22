import { build, preview } from 'vite';

await build();
await preview();
