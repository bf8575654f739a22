import { XMLParser } from 'fast-xml-parser';
import { S3Error } from './errors.ts';

/** Content for `renderXml`: text, nested elements and repeated elements. Undefined is omitted. */
export type XmlValue =
  | string
  | number
  | boolean
  | undefined
  | readonly XmlValue[]
  | { readonly [name: string]: XmlValue };

// Like S3, writes control characters as references, although XML 1.0 forbids most of them.
const unsafe = /[&<>"\p{Cc}]/gu;
const escapeText = (text: string) =>
  text.replace(unsafe, (character) => `&#x${character.charCodeAt(0).toString(16)};`);

const renderElement = (name: string, value: XmlValue): string => {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => renderElement(name, item)).join('');
  return `<${name}>${renderContent(value)}</${name}>`;
};

const renderContent = (value: XmlValue): string =>
  typeof value === 'object'
    ? Object.entries(value)
        .map(([name, child]) => renderElement(name, child))
        .join('')
    : escapeText(String(value));

/** Renders a document with a root element in S3's namespace. */
export const renderXml = (root: string, content: XmlValue) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${renderContent(content)}</${root}>`;

/** Renders S3's error document, which has no namespace. */
export const renderErrorXml = (content: XmlValue) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${renderContent(content)}</Error>`;

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  // The only option with which this parser decodes numeric references such as &#13;.
  htmlEntities: true,
});

/** A parsed element of unknown shape. Each accessor throws `MalformedXML` if the element has another shape. */
export type XmlElement = {
  /** Returns the text of the only child with that name. */
  text(name: string): string;
  optionalText(name: string): string | undefined;
  texts(name: string): string[];
  elements(name: string): XmlElement[];
};

const createElement = (content: unknown): XmlElement => {
  const children = (name: string): unknown[] => {
    if (typeof content !== 'object' || content === null || !Object.hasOwn(content, name)) return [];
    const value: unknown = Reflect.get(content, name);
    return Array.isArray(value) ? value : [value];
  };
  const texts = (name: string) =>
    children(name).map((child) => {
      if (typeof child !== 'string') throw new S3Error('MalformedXML');
      return child;
    });
  const optionalText = (name: string) => {
    const [first, ...others] = texts(name);
    if (others.length > 0) throw new S3Error('MalformedXML');
    return first;
  };
  const text = (name: string) => {
    const value = optionalText(name);
    if (value === undefined) throw new S3Error('MalformedXML');
    return value;
  };
  return { text, optionalText, texts, elements: (name) => children(name).map(createElement) };
};

/** Parses a document and returns its root. Throws `MalformedXML` for another root and for any DOCTYPE. */
export const parseXml = (source: string, root: string): XmlElement => {
  if (source.includes('<!DOCTYPE')) throw new S3Error('MalformedXML');
  let document: unknown;
  try {
    document = parser.parse(source, true);
  } catch (cause) {
    throw Object.assign(new S3Error('MalformedXML'), { cause });
  }
  const [element, ...others] = createElement(document).elements(root);
  if (!element || others.length > 0) throw new S3Error('MalformedXML');
  return element;
};
