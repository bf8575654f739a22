import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type PreviewServer, type ViteDevServer } from 'vite';
import { checkFirstLoads } from './first-load.ts';
import { definePageVariables } from './page-variables.ts';
import { servePdfData } from './pdf-data.ts';
import { findUnusedAmplifyStyles } from './unused-amplify-styles.ts';

// A deployment puts its own config.json beside index.html, so that one build serves every environment.
const serveWebConfig = (webConfig: string): Plugin => {
  const serve = ({ middlewares }: ViteDevServer | PreviewServer) => {
    middlewares.use('/config.json', (_request, response) => {
      response.setHeader('Content-Type', 'application/json').setHeader('Cache-Control', 'no-cache');
      response.end(webConfig);
    });
  };
  return { name: 'serve-web-config', configureServer: serve, configurePreviewServer: serve };
};

// They are two thirds of what a browser would have to read before the first page, and lead only into libraries.
const leaveOutSourceMapsOfDependencies: Plugin = {
  name: 'leave-out-source-maps-of-dependencies',
  apply: 'serve',
  transform: {
    filter: { id: /\/\.vite\/deps\// },
    handler: (code) => ({ code, map: { mappings: '' } }),
  },
};

// The theme is a style sheet: of these tokens Amplify UI would only generate the same rules again, at each start.
const leaveOutComponentTokens: Plugin = {
  name: 'leave-out-component-tokens',
  apply: 'build',
  load: {
    filter: { id: /@aws-amplify.ui.dist.esm.theme.tokens.components.index\.mjs$/ },
    handler: () => 'export const components = {};',
  },
};

// Groups of modules with their dependencies, the first that matches: what every page needs is in a few files instead of
// eighty, most of them a kilobyte small. A public link loads neither `user-app` nor what follows it, and a signed-in page
// loads no `sign-in` at first. What few visits need stays out: menus, dialogs about a file, the QR code, the further
// steps of a sign-in, the list of common passwords.
const chunks = [
  {
    name: 'libraries',
    test: /node_modules.(react|react-dom|scheduler|@tanstack.(react-)?query(-core)?|zod|lucide-react)\/|apps.web.src.configure-zod/,
  },
  {
    name: 'every-page',
    test: /preload-helper|apps.web.src.(app.(start|notices|errors.error-boundary)|components.(file-icon|skeleton|form-message)|lib.(save-from|format-(bytes|date)))/,
  },
  {
    name: 'user-app',
    test: /packages.contract(?!.*name-search)|apps.web.src.(app.(user-app|session)|components\/(?!menu|radix-menu|authenticator-key|select-field)|config|lib\/(?!axios))/,
  },
  { name: 'axios', test: /node_modules.axios\/|apps.web.src.lib.axios/ },
  { name: 'sign-in', test: /apps.web.src.app.(guest|pages.sign-in\.)/ },
  {
    name: 'auth',
    test: /apps.web.src.(features.auth\/(?!steps|fields.estimate)|app.guest|app.pages.(sign-|confirm|reset-password))/,
  },
  {
    name: 'files',
    test: /name-search|apps.web.src.(features.(files\/(?!browser.(item-dialog|quick-look|rename-dialog|trash-browser|use-neighbours)|list.(virtual-rows|item-grid)|preview)|uploads\/(?!components.upload-row|transfer.(upload-file|send-part|put-part|hash-part|finish-upload)))|app.signed-in(?!.(share|shortcuts)-dialog)|app.pages.files)/,
  },
  {
    name: 'file-dialogs',
    test: /apps.web.src.(features.(files.(browser|preview.(?!sanitize|zip.list-entries|pdf.open-pdf))|shares|links.owner|folders\/(?!components.new-folder-button))|app.(signed-in.share-dialog|pages.folder\.))/,
  },
  { name: 'aws-sdk', test: /node_modules.@aws-sdk\// },
  {
    name: 'account',
    test: /apps.web.src.(app.account|app.pages.account|features.(account|passkeys|sessions|recovery-codes))/,
  },
];

const server = {
  host: '127.0.0.1',
  port: Number(process.env.PORT ?? 5173),
  strictPort: true,
  proxy: { '/api': process.env.API_ORIGIN ?? 'http://localhost:3000' },
};

export default defineConfig({
  plugins: [
    react(),
    serveWebConfig(process.env.WEB_CONFIG ?? '{}'),
    leaveOutSourceMapsOfDependencies,
    leaveOutComponentTokens,
    servePdfData,
    checkFirstLoads,
  ],
  define: definePageVariables(),
  // Two thirds of Amplify UI's 1,900 custom properties, which every element would inherit, and the rules that set them.
  css: { lightningcss: { unusedSymbols: findUnusedAmplifyStyles() } },
  build: {
    outDir: process.env.BUILD_DIRECTORY ?? 'dist',
    emptyOutDir: true,
    // The Content-Security-Policy allows no data: URLs.
    assetsInlineLimit: 0,
    // Most licenses require their text in every copy.
    license: { fileName: 'licenses.md' },
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server,
  // What a CDN would add to every answer.
  preview: { ...server, headers: JSON.parse(process.env.PAGE_HEADERS ?? '{}') },
});
