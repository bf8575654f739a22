import { maximumFileNameBytes } from '@share-my-files/contract';

const shorten = (text: string, bytes: number): string => {
  const letters = Array.from(text);
  while (Buffer.byteLength(letters.join('')) > bytes) letters.pop();
  return letters.join('').trimEnd();
};

/** Returns `count` names like `photo (2).jpg`, beginning with the number `first`. */
export const numberedNames = (name: string, first: number, count: number): string[] => {
  const [extension = ''] = /(?<=.)\.[^.]{1,16}$/u.exec(name) ?? [];
  const stem = name.slice(0, name.length - extension.length);
  return Array.from({ length: count }, (_, index) => {
    const end = ` (${first + index})${extension}`;
    return shorten(stem, maximumFileNameBytes - Buffer.byteLength(end)) + end;
  });
};
