import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isForLoopback, type ReportError } from '@share-my-files/local-server';
import { createRequestBody } from '../body/request-body.ts';
import { assertOriginAllowed } from '../cors/assert-origin-allowed.ts';
import { matchCorsRule } from '../cors/match-cors-rule.ts';
import { respondToPreflight } from '../cors/respond-to-preflight.ts';
import { assertWithinPolicy } from '../credentials/assert-within-policy.ts';
import { S3Error } from '../protocol/errors.ts';
import { parseRequest, type S3Request } from '../protocol/s3-request.ts';
import type { S3Response } from '../protocol/s3-response.ts';
import type { VerifiedSignature } from '../signature/verify-signature.ts';
import { assertHeadersImplemented } from './assert-implemented.ts';
import { findOperation, type OperationDependencies } from './router.ts';
import { errorResponse, sendResponse } from './send-response.ts';

type RequestHandlerDependencies = OperationDependencies & {
  verifySignature: (request: S3Request) => VerifiedSignature;
  onInternalError: ReportError;
  onUnsupported: ReportError;
};

const foreignHost = () =>
  new S3Error('AccessDenied', {
    message: 'This endpoint responds to localhost, 127.0.0.1 and [::1] only.',
  });

/** Handles one HTTP exchange completely. A rejection is a defect. */
export type RequestHandler = (message: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Parses a request, applies CORS, verifies the signature, runs the operation and sends the response. */
export const createRequestHandler = ({
  verifySignature,
  onInternalError,
  onUnsupported,
  ...dependencies
}: RequestHandlerDependencies): RequestHandler => {
  const corsRulesOf = ({ bucket }: S3Request) => dependencies.store.buckets.find(bucket)?.cors;

  const corsHeaders = (request: S3Request) => {
    const origin = request.headers.get('origin');
    const rules = corsRulesOf(request);
    if (origin === undefined || !rules) return {};
    return matchCorsRule(rules, { origin, method: request.method, headers: [] }) ?? {};
  };

  const respond = async (message: IncomingMessage, response: ServerResponse): Promise<S3Response> => {
    if (!isForLoopback(message)) throw foreignHost();
    const request = parseRequest(message);
    if (request.method === 'OPTIONS') return respondToPreflight(request, corsRulesOf(request));
    // Browsers expose an error to the page only if it carries these headers.
    for (const [name, value] of Object.entries(corsHeaders(request))) response.setHeader(name, value);
    assertOriginAllowed(request, corsRulesOf(request));
    const signature = verifySignature(request);
    if (signature.policy !== undefined) assertWithinPolicy(signature.policy, request);
    assertHeadersImplemented(request.headers);
    const body = createRequestBody({ message, response }, request, signature);
    return findOperation(request)(dependencies, request, body);
  };

  const toS3Error = (error: unknown, { socket }: IncomingMessage) => {
    if (error instanceof S3Error) {
      if (error.code === 'NotImplemented') onUnsupported(`local-s3: ${error.message}`);
      return error;
    }
    // A client that disconnected is not an internal error.
    if (!socket.destroyed) onInternalError(error);
    return new S3Error('InternalError');
  };

  return async (message, response) => {
    const requestId = randomBytes(8).toString('hex').toUpperCase();
    response.setHeader('server', 'local-s3');
    response.setHeader('x-amz-request-id', requestId);
    response.setHeader('x-amz-id-2', 'local-s3');
    try {
      // Discards the rest of the body: browsers read no response before they have sent the last byte.
      await sendResponse(response, await respond(message, response).finally(() => message.resume()));
    } catch (error) {
      const s3Error = toS3Error(error, message);
      if (response.headersSent) return void response.destroy();
      // A client still waiting for 100 Continue never sends the body, so the connection cannot be reused.
      if (message.headers.expect) response.setHeader('connection', 'close');
      const resource = (message.url ?? '').split('?', 1)[0] ?? '';
      await sendResponse(response, errorResponse(s3Error, resource, requestId));
    }
  };
};
