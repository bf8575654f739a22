import { renderMarkdown } from './render-markdown.ts';

addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(renderMarkdown(data)));
