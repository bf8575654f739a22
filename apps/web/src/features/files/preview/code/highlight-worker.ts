import { type HighlightedCode, highlight } from './highlight.ts';

addEventListener('message', ({ data }: MessageEvent<HighlightedCode>) => postMessage(highlight(data)));
