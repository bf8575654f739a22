import './file-name.css';

const endLength = 12;

/** A file name on one line; without room for all of it, its middle is cut out, never its extension. */
export const FileName = ({ name }: { name: string }) => {
  const characters = Array.from(name);
  if (characters.length <= 2 * endLength) return name;
  return (
    <span className="file-name" dir="auto" title={name}>
      <span className="file-name__start">{characters.slice(0, -endLength).join('')}</span>
      <span className="file-name__end">{characters.slice(-endLength).join('')}</span>
    </span>
  );
};
