import type { ReportError } from '@share-my-files/local-server';
import type { AuthorizerResult, AuthorizerSettings } from './authorizer.ts';
import { type GatewayRequest, valuesOf } from './gateway-request.ts';
import { type GatewayResponse, MalformedResult, parseResult } from './gateway-response.ts';
import type { GatewayBehaviour } from './gateway-type.ts';
import { type Handler, HandlerTimeout, invokeHandler, isTooLarge } from './invoke-handler.ts';
import type { Route } from './routes.ts';

/** Settings of a responder. */
export type ResponderSettings = {
  behaviour: GatewayBehaviour;
  routes: readonly Route[];
  authorizer: AuthorizerSettings;
  handler: Handler;
  timeoutMilliseconds: number;
  onError: ReportError;
};

/** Creates the function that finds the route of a request, authorizes it and invokes the handler. */
export const createResponder = (settings: ResponderSettings) => {
  const { behaviour, routes, handler, timeoutMilliseconds, onError } = settings;
  const authorize = behaviour.createAuthorizer(settings.authorizer);

  const callHandler = async (payload: string): Promise<GatewayResponse> => {
    try {
      const response = parseResult(await invokeHandler(handler, payload, timeoutMilliseconds));
      return isTooLarge(response.body.toString()) ? behaviour.malformed : response;
    } catch (error) {
      onError(error);
      if (error instanceof HandlerTimeout) return behaviour.timedOut;
      return error instanceof MalformedResult ? behaviour.malformed : behaviour.failed;
    }
  };

  /** Returns undefined if the key set is unavailable. */
  const authorizeRoute = async (
    { scopes }: Route,
    request: GatewayRequest,
  ): Promise<AuthorizerResult | { claims: undefined } | undefined> => {
    if (scopes === null) return { claims: undefined };
    const authorization = valuesOf(request, 'authorization');
    try {
      return await authorize(authorization.length === 0 ? undefined : authorization.join(','), scopes);
    } catch (error) {
      onError(error);
      return undefined;
    }
  };

  return async (request: GatewayRequest): Promise<GatewayResponse> => {
    const route = behaviour.findRoute(routes, request.method, request.path);
    if (route === undefined) return behaviour.unrouted;
    const result = await authorizeRoute(route, request);
    if (result === undefined) return behaviour.failed;
    if ('status' in result) return behaviour.reject(result);
    const payload = JSON.stringify(behaviour.createEvent(request, { route, claims: result.claims }));
    if (isTooLarge(payload)) return behaviour.tooLarge;
    return behaviour.finalize(await callHandler(payload), request);
  };
};
