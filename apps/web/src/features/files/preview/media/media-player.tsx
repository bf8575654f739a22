import { useRef } from 'react';
import { PlaybackSpeed } from './playback-speed.tsx';

type MediaPlayerProps = {
  readonly kind: 'video' | 'audio';
  readonly name: string;
  readonly url: string;
  readonly onInterrupted: () => void;
};

/** Resumes at the same position when the URL is replaced. */
export const MediaPlayer = ({ kind, name, url, onInterrupted }: MediaPlayerProps) => {
  const media = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const position = useRef(0);
  const Player = kind;

  const goOn = () => {
    const player = media.current;
    if (!player || position.current === 0) return;
    player.currentTime = position.current;
    // Some browsers only play after a press.
    player.play().catch(() => undefined);
  };

  return (
    <div className="preview__player">
      <Player
        ref={media}
        className={`preview__${kind}`}
        aria-label={name}
        src={url}
        // Enough for the length, and for the first picture as the poster.
        preload="metadata"
        playsInline
        controls
        onTimeUpdate={({ currentTarget }) => {
          if (currentTarget.currentTime > 0) position.current = currentTarget.currentTime;
        }}
        onLoadedMetadata={goOn}
        onError={onInterrupted}
      />
      <PlaybackSpeed player={media} />
    </div>
  );
};
