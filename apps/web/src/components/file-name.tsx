import type { NamePart } from '@share-my-files/contract';
import type { ReactNode } from 'react';
import './file-name.css';

const endLength = 12;

const mark = (text: string, start: number, parts: readonly NamePart[]): ReactNode => {
  let shown = 0;
  const marked = parts.flatMap((part) => {
    const from = Math.max(part.start - start, shown);
    const to = Math.min(part.end - start, text.length);
    if (to <= from) return [];
    const before = text.slice(shown, from);
    shown = to;
    return [before, <mark key={from}>{text.slice(from, to)}</mark>];
  });
  return marked.length === 0 ? text : [...marked, text.slice(shown)];
};

type FileNameProps = {
  readonly name: string;
  /** The parts that match a search, in their order. */
  readonly marked?: readonly NamePart[] | undefined;
};

/** A file name on one line; without room for all of it, its middle is cut out, never its extension. */
export const FileName = ({ name, marked = [] }: FileNameProps) => {
  const characters = Array.from(name);
  if (characters.length <= 2 * endLength) return mark(name, 0, marked);
  const start = characters.slice(0, -endLength).join('');
  const end = characters.slice(-endLength).join('');
  return (
    <span className="file-name" dir="auto" title={name}>
      <span className="file-name__start">{mark(start, 0, marked)}</span>
      <span className="file-name__end">{mark(end, start.length, marked)}</span>
    </span>
  );
};
