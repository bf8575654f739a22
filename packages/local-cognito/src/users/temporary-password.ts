import { randomInt } from 'node:crypto';

const LENGTH = 16;

// Without characters that look alike.
const classes = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!@#$%&*?'];

const pick = (characters: string): string => characters.charAt(randomInt(characters.length));

/**
 * Generates a random password with characters of every class. It fits every policy with this minimum length.
 */
export const generateTemporaryPassword = (minimumLength: number): string => {
  const length = Math.max(LENGTH, minimumLength);
  const required = classes.map(pick);
  const others = Array.from({ length: length - required.length }, () => pick(classes.join('')));
  const characters = [...required, ...others];
  for (let last = characters.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [characters[last], characters[other]] = [characters[other] ?? '', characters[last] ?? ''];
  }
  return characters.join('');
};
