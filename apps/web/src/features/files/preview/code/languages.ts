import type { Item } from '@share-my-files/contract';
import { extensionOf } from '../extension.ts';

const languagesOfExtensions: Readonly<Record<string, string>> = {
  bash: 'bash',
  c: 'c',
  cc: 'cpp',
  cpp: 'cpp',
  cs: 'csharp',
  css: 'css',
  cts: 'typescript',
  diff: 'diff',
  go: 'go',
  h: 'c',
  hpp: 'cpp',
  htm: 'xml',
  html: 'xml',
  ini: 'ini',
  java: 'java',
  js: 'javascript',
  json: 'json',
  jsx: 'javascript',
  kt: 'kotlin',
  less: 'less',
  lua: 'lua',
  mjs: 'javascript',
  mts: 'typescript',
  patch: 'diff',
  php: 'php',
  pl: 'perl',
  ps1: 'powershell',
  py: 'python',
  r: 'r',
  rb: 'ruby',
  rs: 'rust',
  scss: 'scss',
  sh: 'bash',
  sql: 'sql',
  svg: 'xml',
  swift: 'swift',
  toml: 'ini',
  ts: 'typescript',
  tsx: 'typescript',
  xml: 'xml',
  yaml: 'yaml',
  yml: 'yaml',
};

const languagesOfMediaTypes: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/javascript': 'javascript',
  'application/xhtml+xml': 'xml',
  'application/xml': 'xml',
  'application/yaml': 'yaml',
  'text/css': 'css',
  'text/html': 'xml',
  'text/javascript': 'javascript',
  'text/xml': 'xml',
};

/** Returns the name that highlight.js has for the language of a file. */
export const languageOf = ({ name, mediaType }: Pick<Item, 'name' | 'mediaType'>): string | undefined =>
  languagesOfExtensions[extensionOf(name)] ?? languagesOfMediaTypes[mediaType];
