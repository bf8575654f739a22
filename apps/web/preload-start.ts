import type { HtmlTagDescriptor, Plugin } from 'vite';
import { closureOf } from './first-load.ts';

const start = ['app/start.tsx'];

const link = (attributes: Record<string, string | boolean>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: attributes,
  injectTo: 'head',
});

/**
 * Names in index.html what every page needs before it can show anything, so that the browser loads all of it at once
 * instead of step by step: `main.tsx` imports the app, and the app loads its configuration.
 */
export const preloadStart: Plugin = {
  name: 'preload-start',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const chunks = closureOf(bundle, start);
      const styles = new Set(chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
      const scripts = chunks.filter(({ fileName }) => !html.includes(fileName));
      return [
        ...[...styles].map((fileName) =>
          link({ rel: 'stylesheet', crossorigin: true, href: `/${fileName}` }),
        ),
        ...scripts.map(({ fileName }) =>
          link({ rel: 'modulepreload', crossorigin: true, href: `/${fileName}` }),
        ),
        link({ rel: 'preload', as: 'fetch', crossorigin: true, href: '/config.json' }),
      ];
    },
  },
};
