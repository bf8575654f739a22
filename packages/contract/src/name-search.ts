/** Part of a name, by the indices of its UTF-16 code units; `end` is after the last one. */
export type NamePart = { start: number; end: number };

// Accents of Latin, Greek and Cyrillic letters, and the vowel marks of Hebrew and Arabic. Marks of other scripts change
// the letter itself.
const optionalMarks = /[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670]/g;

// ASCII text needs no normalization, which takes most of the time of a search.
const isAscii = (text: string): boolean => !/\P{ASCII}/u.test(text);

const fold = (text: string): string => {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  // The lower case of a sigma depends on what follows it.
  return lower.normalize('NFKD').replace(optionalMarks, '').toLowerCase().replaceAll('ς', 'σ');
};

/** Folds character by character, and keeps the part of the name from which each folded code unit comes. */
const foldName = (name: string): { folded: string; parts: NamePart[] } => {
  const parts: NamePart[] = [];
  let folded = '';
  let start = 0;
  for (const character of name) {
    const end = start + character.length;
    const letters = fold(character);
    for (let index = 0; index < letters.length; index += 1) parts.push({ start, end });
    const [last] = parts.slice(-1);
    // A mark belongs to the character before it.
    if (letters === '' && last) last.end = end;
    folded += letters;
    start = end;
  }
  return { folded, parts };
};

const findPart = (folded: string, parts: readonly NamePart[], word: string): NamePart | undefined => {
  const index = folded.indexOf(word);
  const first = parts[index];
  const last = parts[index + word.length - 1];
  return first && last && { start: first.start, end: last.end };
};

/**
 * Returns the parts of a name that match the words of a query, in any order and without regard to case and accents, or
 * `undefined` unless each word is in the name.
 */
export const matchName = (name: string, query: string): NamePart[] | undefined => {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const whole = fold(name);
  // Most names do not match: only for the others is it worth finding where.
  if (!words.every((word) => whole.includes(word))) return undefined;
  const { folded, parts } = foldName(name);
  const found: NamePart[] = [];
  for (const word of words) {
    const part = findPart(folded, parts, word);
    if (part === undefined) return undefined;
    found.push(part);
  }
  return found.sort((a, b) => a.start - b.start);
};
