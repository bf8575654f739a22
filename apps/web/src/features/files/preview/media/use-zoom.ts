import createPanzoom, { type PanzoomObject } from '@panzoom/panzoom';
import { useCallback, useRef, useState } from 'react';

export const maximumScale = 8;

const panSteps: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [60, 0],
  ArrowRight: [-60, 0],
  ArrowUp: [0, 60],
  ArrowDown: [0, -60],
};

const start = (image: HTMLElement, onScale: (scale: number) => void): PanzoomObject => {
  const panzoom = createPanzoom(image, {
    canvas: true,
    minScale: 1,
    maxScale: maximumScale,
    panOnlyWhenZoomed: true,
  });
  image.addEventListener('panzoomzoom', () => onScale(panzoom.getScale()));
  image.addEventListener('panzoomreset', () => onScale(1));
  return panzoom;
};

/** Zooms an element by wheel, pinch, buttons and keys, and moves it while it is larger than its frame. */
export const useZoom = () => {
  const panzoom = useRef<PanzoomObject>(null);
  const [scale, setScale] = useState(1);

  const element = useCallback((image: HTMLElement | null) => {
    if (!image) return;
    const started = start(image, setScale);
    panzoom.current = started;
    const frame = image.parentElement;
    frame?.addEventListener('wheel', started.zoomWithWheel, { passive: false });
    return () => {
      frame?.removeEventListener('wheel', started.zoomWithWheel);
      started.destroy();
      panzoom.current = null;
    };
  }, []);

  const zoomIn = () => void panzoom.current?.zoomIn();
  const reset = () => void panzoom.current?.reset();
  const zoomOut = () => {
    if (scale < 1.5) reset();
    else panzoom.current?.zoomOut();
  };

  /** Returns whether the key meant the picture. */
  const pressKey = (key: string): boolean => {
    if (key === '+' || key === '=') zoomIn();
    else if (key === '-') zoomOut();
    else if (key === '0') reset();
    else if (scale > 1 && panSteps[key]) panzoom.current?.pan(...panSteps[key], { relative: true });
    else return false;
    return true;
  };

  return { element, scale, zoomIn, zoomOut, reset, pressKey };
};
