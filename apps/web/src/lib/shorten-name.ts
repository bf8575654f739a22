const startLength = 28;
const endLength = 16;

/** A file's name for running text: a long one loses its middle, and keeps what it begins with and its extension. */
export const shortenName = (name: string): string => {
  const characters = Array.from(name);
  if (characters.length <= startLength + endLength) return name;
  const start = characters.slice(0, startLength).join('').trimEnd();
  return `${start}…${characters.slice(-endLength).join('').trimStart()}`;
};
