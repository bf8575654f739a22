import './avatar.css';

const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const [first, last] = [words.at(0), words.length > 1 ? words.at(-1) : undefined];
  return [first, last]
    .map((word) => [...(word ?? '')].at(0) ?? '')
    .join('')
    .toUpperCase();
};

/** Decorative: the name is beside it. */
export const Avatar = ({ name }: { name: string }) => (
  <span className="avatar" aria-hidden="true">
    {initialsOf(name)}
  </span>
);
