/** CRC-32C in Base64, bit by bit from its definition, so that it shares no code with what it checks. */
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
