import { ExplainedError } from '#lib/explained-error.ts';

const edge = 256;

class UnreadablePictureError extends ExplainedError {
  constructor(options?: ErrorOptions) {
    super('Your browser cannot read this picture. Choose a PNG, JPEG or WebP file.', options);
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

/** Returns the centre square as a small JPEG. Redrawing removes the metadata, such as location and date. */
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
