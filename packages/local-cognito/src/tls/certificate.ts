import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const DAY = 86_400_000;
// Apple's systems reject certificates with a longer lifetime.
const LIFETIME_MILLISECONDS = 825 * DAY;
const RENEWED_BEFORE_EXPIRY_MILLISECONDS = 30 * DAY;

/** A certificate and its private key, both as PEM. */
export type Certificate = { cert: string; key: string };

const create = async (now: number): Promise<Certificate> => {
  // Imported lazily: few starts create a certificate.
  const { generate } = await import('selfsigned');
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // Clocks of other programs may be slightly behind.
    notBeforeDate: new Date(now - DAY),
    notAfterDate: new Date(now + LIFETIME_MILLISECONDS - DAY),
    extensions: [
      // Trusting it trusts only this server: it cannot sign other certificates.
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  return { cert, key };
};

const isUsable = ({ cert, key }: Certificate, now: number): boolean => {
  try {
    const certificate = new X509Certificate(cert);
    const isFresh = certificate.validToDate.getTime() > now + RENEWED_BEFORE_EXPIRY_MILLISECONDS;
    return isFresh && certificate.checkPrivateKey(createPrivateKey(key));
  } catch {
    // A file is damaged. Accepting another certificate costs little.
    return false;
  }
};

const read = async (files: Certificate): Promise<Certificate | undefined> => {
  try {
    return { cert: await readFile(files.cert, 'utf8'), key: await readFile(files.key, 'utf8') };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

const replace = async (file: string, content: string, mode: number): Promise<void> => {
  await writeFile(`${file}.new`, content, { mode });
  await rename(`${file}.new`, file);
};

/**
 * Returns the certificate for localhost in the data folder. Creates one if it is missing, damaged, about to
 * expire, or does not match the key. Only the owner of the folder can read the key.
 */
export const loadCertificate = async (dataDirectory: string, now: () => number): Promise<Certificate> => {
  const files = {
    cert: join(dataDirectory, 'tls-certificate.pem'),
    key: join(dataDirectory, 'tls-key.pem'),
  };
  const stored = await read(files);
  if (stored !== undefined && isUsable(stored, now())) return stored;
  const created = await create(now());
  await replace(files.key, created.key, 0o600);
  await replace(files.cert, created.cert, 0o644);
  return created;
};
