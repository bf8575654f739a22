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

export default defineConfig({
  plugins: [react(), serveWebConfig(process.env.WEB_CONFIG ?? '{}')],
  // The Content-Security-Policy allows no data: URLs.
  build: { assetsInlineLimit: 0 },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 5173),
    strictPort: true,
    proxy: { '/api': process.env.API_ORIGIN ?? 'http://localhost:3000' },
  },
});
