import { type ServerResponse, validateHeaderName, validateHeaderValue } from 'node:http';

/** A response to the client. */
export type GatewayResponse = { status: number; headers: [name: string, value: string][]; body: Buffer };

/** Creates a response of the gateway itself: `{"message":"…"}`. */
export const messageResponse = (
  status: number,
  message: string,
  headers: GatewayResponse['headers'] = [],
): GatewayResponse => ({
  status,
  headers: [['Content-Type', 'application/json'], ...headers],
  body: Buffer.from(JSON.stringify({ message })),
});

/** The handler resolved with a value that is not a response. */
export class MalformedResult extends Error {
  override readonly name = 'MalformedResult';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const headersIn = (value: unknown): GatewayResponse['headers'] =>
  isRecord(value)
    ? Object.entries(value).flatMap(([name, values]) =>
        [values].flat().map((single): [string, string] => [name, String(single)]),
      )
    : [];

const mergeHeaders = (result: Record<string, unknown>): GatewayResponse['headers'] => {
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

const assertSendable = (status: number, headers: GatewayResponse['headers']): void => {
  if (!Number.isInteger(status) || status < 100 || status > 999) {
    throw new MalformedResult('The handler returned a statusCode that is not valid in HTTP.');
  }
  try {
    for (const [name, value] of headers) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
  } catch (cause) {
    throw new MalformedResult('The handler returned a header that is not valid in HTTP.', { cause });
  }
};

/** Parses the result of a handler. Throws `MalformedResult`. */
export const parseResult = (result: unknown): GatewayResponse => {
  if (!isRecord(result) || typeof result.statusCode !== 'number') {
    throw new MalformedResult('The handler returned no statusCode.');
  }
  const { statusCode, body = '', isBase64Encoded } = result;
  if (typeof body !== 'string')
    throw new MalformedResult('The handler returned a body that is not a string.');
  const headers = mergeHeaders(result);
  assertSendable(statusCode, headers);
  return {
    status: statusCode,
    headers,
    body: Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8'),
  };
};

// The gateway sets the framing of the body itself.
const framing = new Set(['content-length', 'transfer-encoding', 'connection']);

/** Sends a response. */
export const sendResponse = (response: ServerResponse, { status, headers, body }: GatewayResponse): void => {
  for (const [name, value] of headers) {
    if (!framing.has(name.toLowerCase())) response.appendHeader(name, value);
  }
  response.statusCode = status;
  response.end(body);
};
