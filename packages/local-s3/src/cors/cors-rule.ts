import { S3Error } from '../protocol/errors.ts';
import type { XmlElement } from '../protocol/xml.ts';

/** A rule: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html */
export type CorsRule = {
  id?: string;
  allowedOrigins: string[];
  allowedMethods: string[];
  allowedHeaders: string[];
  exposeHeaders: string[];
  maxAgeSeconds?: number;
};

const maxRules = 100;
const methods = new Set(['GET', 'PUT', 'POST', 'DELETE', 'HEAD']);

const invalid = (message: string) => new S3Error('InvalidRequest', { message });

const assertMethods = (names: readonly string[]) => {
  const unsupported = names.find((name) => !methods.has(name));
  if (unsupported === undefined) return;
  throw invalid(`Found unsupported HTTP method in CORS config. Unsupported method is ${unsupported}`);
};

const assertOneWildcard = (element: string, values: readonly string[]) => {
  const wild = values.find((value) => value.split('*').length > 2);
  if (wild === undefined) return;
  throw invalid(`${element} "${wild}" can not have more than one wildcard.`);
};

const assertHeaderNames = (names: readonly string[]) => {
  const invalidName = names.find((name) => !/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name));
  if (invalidName !== undefined) throw invalid(`ExposeHeader "${invalidName}" is not a header name.`);
};

const parseMaxAge = (text: string | undefined) => {
  if (text === undefined) return {};
  if (!/^\d{1,9}$/.test(text)) throw new S3Error('MalformedXML');
  return { maxAgeSeconds: Number(text) };
};

const parseRule = (element: XmlElement): CorsRule => {
  const id = element.optionalText('ID');
  const rule = {
    ...(id !== undefined && { id }),
    allowedOrigins: element.texts('AllowedOrigin'),
    allowedMethods: element.texts('AllowedMethod'),
    allowedHeaders: element.texts('AllowedHeader'),
    exposeHeaders: element.texts('ExposeHeader'),
    ...parseMaxAge(element.optionalText('MaxAgeSeconds')),
  };
  if (rule.allowedOrigins.length === 0 || rule.allowedMethods.length === 0) throw new S3Error('MalformedXML');
  assertMethods(rule.allowedMethods);
  assertOneWildcard('AllowedOrigin', rule.allowedOrigins);
  assertOneWildcard('AllowedHeader', rule.allowedHeaders);
  assertHeaderNames(rule.exposeHeaders);
  return rule;
};

/** Parses a `CORSConfiguration`. Throws `MalformedXML` and `InvalidRequest`. */
export const parseCorsRules = (configuration: XmlElement): CorsRule[] => {
  const rules = configuration.elements('CORSRule').map(parseRule);
  if (rules.length === 0 || rules.length > maxRules) throw new S3Error('MalformedXML');
  return rules;
};
