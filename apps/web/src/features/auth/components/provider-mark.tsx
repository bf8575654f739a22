import { identityProviderNames } from '@share-my-files/contract';

const google = [
  ['#4285f4', 'M22 12.2c0-.8-.1-1.5-.2-2.2H12v4.2h5.6a4.8 4.8 0 0 1-2.1 3.1v2.7h3.4c2-1.8 3.1-4.5 3.1-7.8Z'],
  ['#34a853', 'M12 22c2.8 0 5.2-.9 6.9-2.5l-3.4-2.6a6.2 6.2 0 0 1-9.3-3.2H2.7v2.7A10.4 10.4 0 0 0 12 22Z'],
  ['#fbbc04', 'M6.2 13.7a6 6 0 0 1 0-3.9V7.2H2.7a10 10 0 0 0 0 9.2l3.5-2.7Z'],
  ['#ea4335', 'M12 6c1.6 0 2.9.5 4 1.6l3-3A10.2 10.2 0 0 0 2.7 7.1l3.5 2.7A6.1 6.1 0 0 1 12 6Z'],
] as const;

const apple =
  'M16.3 12.6c0-2.3 1.9-3.4 2-3.5-1.1-1.6-2.8-1.8-3.4-1.8-1.4-.2-2.8.8-3.5.8s-1.9-.8-3.1-.8c-1.6 0-3 .9-3.9 2.4-1.6 2.9-.4 7.1 1.2 9.4.8 1.1 1.7 2.4 2.9 2.3 1.2 0 1.6-.7 3-.7s1.8.7 3 .7 2.1-1.1 2.8-2.3c.9-1.3 1.3-2.5 1.3-2.6-.1 0-2.3-.9-2.3-3.9ZM14 5.8c.6-.8 1.1-1.9 1-3-.9 0-2.1.6-2.7 1.4-.6.7-1.2 1.8-1 2.9 1 .1 2-.5 2.7-1.3Z';

const paths: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  [identityProviderNames.Google]: google,
  [identityProviderNames.Apple]: [['currentColor', apple]],
};

/** The mark of a well-known identity provider, by Cognito's name of it; others have none. */
export const ProviderMark = ({ name }: { name: string }) => {
  const shapes = paths[name];
  if (shapes === undefined) return null;
  return (
    <svg width={20} height={20} viewBox="0 0 24 24" aria-hidden="true">
      {shapes.map(([fill, path]) => (
        <path key={path} fill={fill} d={path} />
      ))}
    </svg>
  );
};
