import { ExplainedError } from '#lib/explained-error.ts';

const edge = 256;

class UnreadablePictureError extends ExplainedError {
  constructor(options?: ErrorOptions) {
    super('This file is not a picture that the browser can read. Choose a PNG, JPEG or WebP.', options);
    this.name = 'UnreadablePictureError';
  }
}

const read = async (file: Blob): Promise<ImageBitmap> => {
  try {
    return await createImageBitmap(file);
  } catch (cause) {
    throw new UnreadablePictureError({ cause });
  }
};

/** The square in the middle, small, drawn anew: where and when a photo was taken does not go along. */
export const cropPicture = async (file: Blob): Promise<Blob> => {
  const bitmap = await read(file);
  const side = Math.min(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(edge, edge);
  const context = canvas.getContext('2d');
  if (context === null) throw new UnreadablePictureError();
  const [left, top] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  context.drawImage(bitmap, left, top, side, side, 0, 0, edge, edge);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
};
