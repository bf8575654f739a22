import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEvent, APIGatewayProxyEventV2, APIGatewayProxyResult } from 'aws-lambda';
import type { Express } from 'express';
import serverlessHttp from 'serverless-http';
import { rememberGatewayEvent } from '#auth/gateway-event.ts';

/** Event of a REST API or an HTTP API (payload format 2.0). */
export type GatewayEvent = APIGatewayProxyEvent | APIGatewayProxyEventV2;

export type LambdaHandler = (event: GatewayEvent, context?: object) => Promise<APIGatewayProxyResult>;

const prepare = (request: IncomingMessage & { body?: unknown }, event: GatewayEvent): void => {
  rememberGatewayEvent(request, event);
  // serverless-http sets only `headers`.
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, String(value)]);
  // Otherwise an empty body would look as if it had already been parsed.
  delete request.body;
};

/** Handles events of API Gateway with the app; concurrent events share nothing else. */
export const createLambdaHandler = (app: Express): LambdaHandler => {
  const handle = serverlessHttp(app, { request: prepare, binary: false });
  return async (event, context = {}) => (await handle(event, context)) as APIGatewayProxyResult;
};
