import Maximize from 'lucide-react/icons/maximize';
import ZoomIn from 'lucide-react/icons/zoom-in';
import ZoomOut from 'lucide-react/icons/zoom-out';
import type { KeyboardEvent } from 'react';
import { IconButton } from '#components/icon-button.tsx';
import { maximumScale, useZoom } from './use-zoom.ts';

type ImagePreviewProps = { readonly name: string; readonly url: string; readonly onBroken: () => void };

export const ImagePreview = ({ name, url, onBroken }: ImagePreviewProps) => {
  const { element, scale, zoomIn, zoomOut, reset, pressKey } = useZoom();

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !pressKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of what is in it.
    <div className="preview__picture" onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: takes the keys that zoom and move the picture. */}
      <section className="preview__frame" tabIndex={0} aria-label="Picture: plus, minus and zero zoom">
        <img
          ref={element}
          className="preview__image"
          src={url}
          alt={name}
          draggable={false}
          onError={onBroken}
        />
      </section>
      <div className="preview__zoom">
        <IconButton label="Zoom out" icon={ZoomOut} aria-disabled={scale <= 1} onClick={zoomOut} />
        <span className="preview__scale" role="status">
          {Math.round(scale * 100)} %
        </span>
        <IconButton label="Zoom in" icon={ZoomIn} aria-disabled={scale >= maximumScale} onClick={zoomIn} />
        <IconButton label="Fit to window" icon={Maximize} aria-disabled={scale <= 1} onClick={reset} />
      </div>
    </div>
  );
};
