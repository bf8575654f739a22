/** The product's name: as people read it, and as the words that every identifier is made of. */
export type ProductName = { display: string; words: string[] };

// Two bucket names of a deployment are `<name>-production-profiles-<account>-<Region>`, and S3 ends at 63 characters.
const maxKebabLength = 15;

const splitWords = (name: string): string[] =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _-]+/);

/** Returns the name that `display` spells. Throws unless package, bucket, database and CSS can carry its words. */
export const parseProductName = (display: string): ProductName => {
  if (!/^[A-Za-z][A-Za-z\d]*([ -]?[A-Za-z\d]+)*$/.test(display)) {
    throw new Error('A name consists of letters, digits and single spaces, and starts with a letter.');
  }
  const words = splitWords(display);
  if (words.join('-').length > maxKebabLength) {
    throw new Error(
      `"${words.join('-')}" has more than ${maxKebabLength} characters: S3 bucket names carry it.`,
    );
  }
  return { display, words };
};

const capitalize = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

const toPascalCase = (words: string[]): string => words.map(capitalize).join('');

/** Matches each spelling of a name: ShareMyFiles, Share My Files, share-my-files, SHARE_MY_FILES, sharemyfiles. */
const matchProductName = (words: string[]): RegExp => new RegExp(words.join('[-_ ]?'), 'gi');

/** Spells `name` like `spelling`, which is one of the spellings of another name. */
const spellLike = (spelling: string, { display, words }: ProductName, isIdentifier: boolean): string => {
  const separator = /[-_ ]/.exec(spelling)?.[0] ?? '';
  if (spelling === spelling.toLowerCase()) return words.join(separator);
  if (spelling === spelling.toUpperCase()) return words.join(separator).toUpperCase();
  const pascalCase = toPascalCase(words);
  if (/^[a-z]/.test(spelling)) return `${words[0]}${pascalCase.slice(words[0]?.length)}`;
  return isIdentifier ? pascalCase : display;
};

/** Returns `text` with each spelling of the name of `words` replaced by the same spelling of `name`. */
export const replaceProductName = (text: string, words: string[], name: ProductName): string =>
  text.replaceAll(matchProductName(words), (spelling, offset: number) => {
    const neighbours = `${text[offset - 1] ?? ' '}${text[offset + spelling.length] ?? ' '}`;
    // `ShareMyFiles-demo` names a stack; "ShareMyFiles could not start" is read by people.
    return spellLike(spelling, name, /[\w/-]/.test(neighbours));
  });
