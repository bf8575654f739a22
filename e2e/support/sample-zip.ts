import { crc32 } from 'node:zlib';

const header = (signature: number, length: number, name: string, content: Buffer): Buffer => {
  const bytes = Buffer.alloc(length);
  // Without compression, all sizes are the same.
  const fields =
    length === 30 ? { crc: 14, sizes: [18, 22], name: 26 } : { crc: 16, sizes: [20, 24], name: 28 };
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt32LE(crc32(content), fields.crc);
  for (const offset of fields.sizes) bytes.writeUInt32LE(content.length, offset);
  bytes.writeUInt16LE(Buffer.byteLength(name), fields.name);
  return Buffer.concat([bytes, Buffer.from(name)]);
};

/** A ZIP archive without compression (APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16). */
export const createZip = (files: Readonly<Record<string, string>>): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const central = header(0x02014b50, 46, name, content);
    central.writeUInt32LE(Buffer.concat(locals).length, 42);
    directory.push(central);
    locals.push(header(0x04034b50, 30, name, content), content);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(Buffer.concat(locals).length, 16);
  return Buffer.concat([...locals, ...directory, end]);
};
