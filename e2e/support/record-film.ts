import type { Page } from '@playwright/test';

/** Records half a second of a moving square, as a browser of a phone would. */
export const recordFilm = async (page: Page): Promise<Buffer> =>
  Buffer.from(
    await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm;codecs=vp8' });
      const recorded = new Promise<Blob>((resolve) => {
        recorder.ondataavailable = ({ data }) => resolve(data);
      });
      recorder.start();
      for (let frame = 0; frame < 15; frame += 1) {
        context?.fillRect(frame * 10, frame * 5, 40, 40);
        await new Promise(requestAnimationFrame);
      }
      recorder.stop();
      return [...new Uint8Array(await (await recorded).arrayBuffer())];
    }),
  );
