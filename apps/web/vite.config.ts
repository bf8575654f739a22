import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// A deployment puts its own config.json beside index.html, so that one build serves every environment.
const serveWebConfig = (webConfig: string): Plugin => ({
  name: 'serve-web-config',
  configureServer: ({ middlewares }) => {
    middlewares.use('/config.json', (_request, response) => {
      response.setHeader('Content-Type', 'application/json').end(webConfig);
    });
  },
});

// They are two thirds of what a browser would have to read before the first page, and lead only into libraries.
const leaveOutSourceMapsOfDependencies: Plugin = {
  name: 'leave-out-source-maps-of-dependencies',
  apply: 'serve',
  transform: {
    filter: { id: /\/\.vite\/deps\// },
    handler: (code) => ({ code, map: { mappings: '' } }),
  },
};

export default defineConfig({
  plugins: [react(), serveWebConfig(process.env.WEB_CONFIG ?? '{}'), leaveOutSourceMapsOfDependencies],
  // The Content-Security-Policy allows no data: URLs.
  build: { assetsInlineLimit: 0 },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 5173),
    strictPort: true,
    proxy: { '/api': process.env.API_ORIGIN ?? 'http://localhost:3000' },
  },
});
