import { parseTable } from './parse-table.ts';

addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(parseTable(data)));
