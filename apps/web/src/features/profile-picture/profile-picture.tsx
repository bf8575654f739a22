import { useState } from 'react';
import { Avatar } from '#components/avatar.tsx';
import './profile-picture.css';
import { useProfilePictureUrl } from './use-profile-picture.ts';

type ProfilePictureProps = { name: string; onFound?: (isFound: boolean) => void };

/** The person's picture, or their initials until it is there, and if there is none. */
export const ProfilePicture = ({ name, onFound }: ProfilePictureProps) => {
  const { url, version } = useProfilePictureUrl();
  const [loadedVersion, setLoadedVersion] = useState<number>();

  const settle = (found: number | undefined) => {
    setLoadedVersion(found);
    onFound?.(found !== undefined);
  };

  return (
    <span className="profile-picture">
      <Avatar name={name} />
      {url !== undefined && (
        <img
          key={version}
          className="profile-picture__image"
          // The browser keeps decoded pictures by address; the fragment is sent to nobody.
          src={`${url}#${version}`}
          alt=""
          hidden={loadedVersion !== version}
          onLoad={() => settle(version)}
          onError={() => settle(undefined)}
        />
      )}
    </span>
  );
};
