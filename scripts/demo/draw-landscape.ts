import { crc32, deflateSync } from 'node:zlib';

type Color = readonly [red: number, green: number, blue: number];

/** A view of hills, from the sky at the top to the nearest hill. */
export type Landscape = {
  readonly sky: Color;
  readonly horizon: Color;
  readonly hill: Color;
  /** Where the sun stands, from 0 to 1 across the picture and down from its top. */
  readonly sun: readonly [x: number, y: number];
  /** Any number; another one shows other hills. */
  readonly place: number;
};

const width = 1200;
const height = 800;
const hills = 5;

const mix = (from: Color, to: Color, share: number): Color => {
  const channel = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return [channel(0), channel(1), channel(2)];
};

/** How far down a hill begins; three waves look less regular than one. */
const ridge = (hill: number, x: number): number => {
  const wave =
    Math.sin(x * 3.1 + hill * 2.3) + Math.sin(x * 7.7 + hill * 4.1) / 2 + Math.sin(x * 17 + hill) / 6;
  return 0.42 + hill * 0.12 + wave * 0.05;
};

const white: Color = [255, 250, 235];

const colorAt = ({ sky, horizon, hill, sun, place }: Landscape, x: number, y: number): Color => {
  for (let nearest = hills - 1; nearest >= 0; nearest -= 1) {
    // Far hills fade into the haze.
    if (y > ridge(nearest, place + x)) return mix(horizon, hill, (nearest + 1) / hills);
  }
  const distance = Math.hypot(((x - sun[0]) * width) / height, y - sun[1]);
  const glow = distance < 0.06 ? 1 : Math.max(0, 0.6 - distance);
  return mix(mix(sky, horizon, Math.min(1, y * 1.8)), white, glow);
};

const chunk = (type: string, data: Buffer): Buffer => {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([ends.subarray(0, 4), content, ends.subarray(4)]);
};

/** Draws a landscape as a PNG (https://www.w3.org/TR/png-3/) in 8-bit colors. */
export const drawLandscape = (landscape: Landscape): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const rows = Array.from({ length: height }, (_, row) => {
    const pixels = Array.from({ length: width }, (__, column) =>
      colorAt(landscape, column / width, row / height),
    );
    // Each row begins with its filter: none.
    return Buffer.from([0, ...pixels.flat()]);
  });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
