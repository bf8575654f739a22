const startLength = 28;
const endLength = 16;

/** Shortens a file name for running text by cutting out the middle; keeps the extension. */
export const shortenName = (name: string): string => {
  const characters = Array.from(name);
  if (characters.length <= startLength + endLength) return name;
  const start = characters.slice(0, startLength).join('').trimEnd();
  return `${start}…${characters.slice(-endLength).join('').trimStart()}`;
};
