import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEvent, APIGatewayProxyEventV2, APIGatewayProxyResult } from 'aws-lambda';
import type { Express } from 'express';
import serverlessHttp from 'serverless-http';
import { rememberGatewayEvent } from '#auth/gateway-event.ts';

/** What a REST API or an HTTP API (payload format 2.0) invokes the function with. */
export type GatewayEvent = APIGatewayProxyEvent | APIGatewayProxyEventV2;

export type LambdaHandler = (event: GatewayEvent, context?: object) => Promise<APIGatewayProxyResult>;

const prepare = (request: IncomingMessage & { body?: unknown }, event: GatewayEvent): void => {
  rememberGatewayEvent(request, event);
  // serverless-http fills in `headers` only.
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, String(value)]);
  // Else an empty body would look like one that was parsed already.
  delete request.body;
};

/** Answers events of API Gateway by the app; nothing is shared between two of them but the app itself. */
export const createLambdaHandler = (app: Express): LambdaHandler => {
  const handle = serverlessHttp(app, { request: prepare, binary: false });
  return async (event, context = {}) => (await handle(event, context)) as APIGatewayProxyResult;
};
