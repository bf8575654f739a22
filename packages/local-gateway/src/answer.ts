import { type ServerResponse, validateHeaderName, validateHeaderValue } from 'node:http';

/** What goes to the client. */
export type Answer = { status: number; headers: [name: string, value: string][]; body: Buffer };

/** An answer of the gateway itself: `{"message":"…"}`. */
export const messageAnswer = (status: number, message: string, headers: Answer['headers'] = []): Answer => ({
  status,
  headers: [['Content-Type', 'application/json'], ...headers],
  body: Buffer.from(JSON.stringify({ message })),
});

/** Thrown by `readResult` for what no gateway can turn into an answer. */
export class MalformedResult extends Error {
  override readonly name = 'MalformedResult';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const headersIn = (value: unknown): Answer['headers'] =>
  isRecord(value)
    ? Object.entries(value).flatMap(([name, values]) =>
        [values].flat().map((single): [string, string] => [name, String(single)]),
      )
    : [];

const mergeHeaders = (result: Record<string, unknown>): Answer['headers'] => {
  const multiple = headersIn(result.multiValueHeaders);
  const named = new Set(multiple.map(([name]) => name.toLowerCase()));
  const single = headersIn(result.headers).filter(([name]) => !named.has(name.toLowerCase()));
  const cookies = Array.isArray(result.cookies) ? result.cookies : [];
  return [
    ...single,
    ...multiple,
    ...cookies.map((cookie): [string, string] => ['Set-Cookie', String(cookie)]),
  ];
};

const assertSendable = (status: number, headers: Answer['headers']): void => {
  if (!Number.isInteger(status) || status < 100 || status > 999) {
    throw new MalformedResult('The handler gave a statusCode that HTTP does not have.');
  }
  try {
    for (const [name, value] of headers) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
  } catch (cause) {
    throw new MalformedResult('The handler gave a header that HTTP does not allow.', { cause });
  }
};

/** Reads what a handler resolved with; throws `MalformedResult`. */
export const readResult = (result: unknown): Answer => {
  if (!isRecord(result) || typeof result.statusCode !== 'number') {
    throw new MalformedResult('The handler gave no statusCode.');
  }
  const { statusCode, body = '', isBase64Encoded } = result;
  if (typeof body !== 'string') throw new MalformedResult('The handler gave a body that is not text.');
  const headers = mergeHeaders(result);
  assertSendable(statusCode, headers);
  return {
    status: statusCode,
    headers,
    body: Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8'),
  };
};

// The gateway counts and frames the body itself.
const framing = new Set(['content-length', 'transfer-encoding', 'connection']);

export const sendAnswer = (response: ServerResponse, { status, headers, body }: Answer): void => {
  for (const [name, value] of headers) {
    if (!framing.has(name.toLowerCase())) response.appendHeader(name, value);
  }
  response.statusCode = status;
  response.end(body);
};
