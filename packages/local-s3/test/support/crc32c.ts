/** Returns CRC-32C in Base64, computed from its definition and without the code under test. */
export const crc32cOf = (bytes: Buffer) => {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      remainder = (remainder >>> 1) ^ (remainder & 1 ? 0x82f63b78 : 0);
    }
  }
  const digest = Buffer.alloc(4);
  digest.writeUInt32BE((remainder ^ 0xffffffff) >>> 0);
  return digest.toString('base64');
};
