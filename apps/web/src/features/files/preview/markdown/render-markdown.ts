import createMarkdownIt from 'markdown-it';

type Markdown = ReturnType<typeof createMarkdownIt>;
type State = Parameters<Parameters<Markdown['core']['ruler']['push']>[1]>[0];
type Token = State['tokens'][number];

// The dialog has a heading of level 2.
const headingBelow = (tag: string): string => `h${Math.min(Number(tag.slice(1)) + 2, 6)}`;

const hostOf = (url: string): string | undefined => {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url).host;
};

/** Turns a picture into a link: fetching it would tell its server who reads the file. */
const replacePicture = (token: Token, isInLink: boolean): void => {
  const url = String(token.attrGet('src') ?? '');
  const host = hostOf(url);
  const label = [token.content || 'Picture', host && `(picture from ${host})`].filter(Boolean).join(' ');
  token.type = host === undefined || isInLink ? 'picture_label' : 'picture_link';
  token.content = label;
  token.meta = { url };
};

const replacePictures = (tokens: readonly Token[]): void => {
  let openLinks = 0;
  for (const token of tokens) {
    openLinks += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0;
    if (token.type === 'image') replacePicture(token, openLinks > 0);
  }
};

const makeInert = ({ tokens }: State): void => {
  for (const token of tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = headingBelow(token.tag);
    if (token.type === 'inline') replacePictures(token.children ?? []);
    // Columns are aligned by inline styles, which the policy of the page blocks.
    if (token.type === 'th_open' || token.type === 'td_open') token.attrs = null;
  }
};

const createMarkdown = (): Markdown => {
  const markdown = createMarkdownIt({ html: false, linkify: true, maxNesting: 20 });
  const { escapeHtml } = markdown.utils;
  markdown.core.ruler.push('make_inert', makeInert);
  const textOf = (tokens: readonly Token[], index: number): string =>
    escapeHtml(tokens[index]?.content ?? '');
  markdown.renderer.rules.picture_label = textOf;
  markdown.renderer.rules.picture_link = (tokens, index) =>
    `<a href="${escapeHtml(String(tokens[index]?.meta?.url))}">${textOf(tokens, index)}</a>`;
  return markdown;
};

const markdown = createMarkdown();

/** Returns Markdown as HTML in which nothing loads: HTML of the file is text, and pictures are links. */
export const renderMarkdown = (text: string): string => markdown.render(text);
