import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** A PNG of soft gradients, like a photo (PNG specification, third edition). */
export const createPhoto = (width = 640, height = 420): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) {
      row.set([40 + (x * 180) / width, 90 + (y * 120) / height, 200 - (x * 90) / width], 1 + x * 3);
    }
    return row;
  });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** One second of silence: mono PCM of 8 bits in a WAVE file (Multimedia Programming Interface 1.0, RIFF). */
export const createSilence = (samplesPerSecond = 8000): Buffer => {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samplesPerSecond, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  const [pcm, channels, bytesPerSample, bitsPerSample] = [1, 1, 1, 8];
  header.writeUInt16LE(pcm, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(samplesPerSecond, 24);
  header.writeUInt32LE(samplesPerSecond * bytesPerSample, 28);
  header.writeUInt16LE(bytesPerSample, 32);
  header.writeUInt16LE(bitsPerSample, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samplesPerSecond, 40);
  return Buffer.concat([header, Buffer.alloc(samplesPerSecond, 128)]);
};

/** One A4 page with a line of text, one in Japanese and a fax, which asks viewers to run `script` (ISO 32000-2). */
export const createPdf = (text = '', script = ''): Buffer => {
  const drawing = `BT /F1 24 Tf 72 720 Td (${text}) Tj /F2 24 Tf 0 -48 Td <65E5672C> Tj ET q 99 0 0 99 72 500 cm /Scan Do Q`;
  return Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj <</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R>> endobj',
      '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj',
      '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 7 0 R>>/XObject<</Scan 9 0 R>>>>>> endobj',
      `4 0 obj <</Length ${drawing.length}>> stream\n${drawing}\nendstream endobj`,
      '5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj',
      `6 0 obj <</S/JavaScript/JS(${script})>> endobj`,
      '7 0 obj <</Type/Font/Subtype/Type0/BaseFont/Ryumin-Light/Encoding/UniJIS-UCS2-H/DescendantFonts[8 0 R]>> endobj',
      '8 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/Ryumin-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/FontDescriptor 10 0 R>> endobj',
      '9 0 obj <</Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 8/Rows 8>>/Length 4>> stream\n\x26\xa0\x00\x10\nendstream endobj',
      '10 0 obj <</Type/FontDescriptor/FontName/Ryumin-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>> endobj',
      'trailer <</Root 1 0 R>>',
      '%%EOF',
      '',
    ].join('\n'),
    'latin1',
  );
};

/** Writes a file of `bytes` random bytes without holding them in memory. */
export const writeRandomFile = async (path: string, bytes: number): Promise<void> => {
  const block = randomBytes(1024 * 1024);
  const file = await open(path, 'w');
  for (let written = 0; written < bytes; written += block.length) {
    block.writeUInt32BE(written / block.length, 0);
    await file.write(block.subarray(0, Math.min(block.length, bytes - written)));
  }
  await file.close();
};

export const writeSample = async (directory: string, name: string, content: Buffer): Promise<string> => {
  const path = join(directory, name);
  await writeFile(path, content);
  return path;
};

export const hashFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};
