import { useRef } from 'react';

type MediaPreviewProps = {
  readonly kind: 'video' | 'audio';
  readonly url: string;
  readonly onInterrupted: () => void;
};

/** Resumes at the same position when the URL is replaced. */
export const MediaPreview = ({ kind, url, onInterrupted }: MediaPreviewProps) => {
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
    <Player
      ref={media}
      className={`preview__${kind}`}
      src={url}
      controls
      onTimeUpdate={({ currentTarget }) => {
        if (currentTarget.currentTime > 0) position.current = currentTarget.currentTime;
      }}
      onLoadedMetadata={goOn}
      onError={onInterrupted}
    />
  );
};
