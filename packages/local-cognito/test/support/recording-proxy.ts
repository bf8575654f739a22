import { connect, createServer } from 'node:net';
import { onTestFinished } from 'vitest';

/** A TCP proxy that records every byte from clients. */
export const startRecordingProxy = async (endpoint: string) => {
  const sent: Buffer[] = [];
  const server = createServer((client) => {
    const upstream = connect(Number(new URL(endpoint).port), '127.0.0.1');
    client.on('data', (chunk) => sent.push(chunk));
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return { endpoint: `http://localhost:${address.port}`, bytesSent: () => Buffer.concat(sent) };
};
