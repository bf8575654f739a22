import { type RefObject, useId } from 'react';

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2];

type PlaybackSpeedProps = { readonly player: RefObject<HTMLMediaElement | null> };

export const PlaybackSpeed = ({ player }: PlaybackSpeedProps) => {
  const id = useId();
  return (
    <p className="preview__speed">
      <label htmlFor={id}>Speed</label>
      <select
        id={id}
        defaultValue={1}
        onChange={({ currentTarget: { value } }) => {
          // The default too, so that another URL keeps the speed.
          if (player.current)
            player.current.defaultPlaybackRate = player.current.playbackRate = Number(value);
        }}
      >
        {speeds.map((speed) => (
          <option key={speed} value={speed}>
            {speed}×
          </option>
        ))}
      </select>
    </p>
  );
};
