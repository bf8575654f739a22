export type { AuthorizerSettings } from './authorizer.ts';
export type { GatewayType } from './gateway-type.ts';
export type { Route } from './routes.ts';
export { type Handler, type LocalGateway, type LocalGatewayOptions, startLocalGateway } from './server.ts';
