import { useState } from 'react';
import { Avatar } from '#components/avatar.tsx';
import './profile-picture.css';
import { useProfilePictureUrl } from './use-profile-picture.ts';

type ProfilePictureProps = { name: string; onFound?: (isFound: boolean) => void };

/** The user's picture, or their initials while it loads and if there is none. */
export const ProfilePicture = ({ name, onFound }: ProfilePictureProps) => {
  const url = useProfilePictureUrl();
  const [loadedUrl, setLoadedUrl] = useState<string>();

  const settle = (found: string | undefined) => {
    setLoadedUrl(found);
    onFound?.(found !== undefined);
  };

  return (
    <span className="profile-picture">
      <Avatar name={name} />
      {url !== undefined && (
        <img
          key={url}
          className="profile-picture__image"
          src={url}
          alt=""
          hidden={loadedUrl !== url}
          onLoad={() => settle(url)}
          onError={() => settle(undefined)}
        />
      )}
    </span>
  );
};
