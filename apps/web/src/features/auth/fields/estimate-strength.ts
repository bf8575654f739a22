import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** How long a password would resist guessing. `common`: it is in the list of the most used passwords of breaches. */
export type PasswordStrength = 'common' | 'weak' | 'fair' | 'strong';

const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

// zxcvbn's time grows with the length, and a longer password is strong anyway.
const maximumLength = 100;

/** Estimates the strength of a password for a user with this address, which must not count as unpredictable. */
export const estimateStrength = (password: string, email: string): PasswordStrength => {
  const { score, sequence } = zxcvbn.check(password.slice(0, maximumLength), [email, ...email.split(/[@.]/)]);
  const [match, ...others] = sequence;
  if (others.length === 0 && match?.dictionaryName === 'passwords-common') return 'common';
  if (score < 3) return 'weak';
  return score === 3 ? 'fair' : 'strong';
};
