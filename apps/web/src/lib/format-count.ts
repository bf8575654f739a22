import { language } from '#config/language.ts';

const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);

/** Formats a number of things: "1 file", "1,200 files", "2 people". */
export const formatCount = (count: number, one: string, many = `${one}s`): string =>
  `${number.format(count)} ${plural.select(count) === 'one' ? one : many}`;
