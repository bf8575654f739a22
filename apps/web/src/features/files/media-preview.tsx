import { useRef, useState } from 'react';
import { NoPreview } from './no-preview.tsx';

type MediaPreviewProps = {
  readonly kind: 'video' | 'audio';
  readonly url: string;
  /** Asks for a new URL when this one has run out in the middle of the film; false when it is still good. */
  readonly onExpired: () => boolean;
};

/** Plays on from the same place when the URL has to be replaced. */
export const MediaPreview = ({ kind, url, onExpired }: MediaPreviewProps) => {
  const media = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const position = useRef(0);
  const [isBroken, setIsBroken] = useState(false);
  const Player = kind;

  const goOn = () => {
    const player = media.current;
    if (!player || position.current === 0) return;
    player.currentTime = position.current;
    void player.play();
  };

  if (isBroken) return <NoPreview />;
  return (
    <Player
      ref={media}
      className={`preview__${kind}`}
      src={url}
      controls
      onTimeUpdate={({ currentTarget }) => {
        if (currentTarget.currentTime > 0) position.current = currentTarget.currentTime;
      }}
      onLoadedMetadata={goOn}
      onError={() => setIsBroken(!onExpired())}
    />
  );
};
