export type { AuthorizerSettings } from './authorizer.ts';
export type { GatewayType } from './gateway-type.ts';
export type { Handler } from './invoke-handler.ts';
export type { Route } from './routes.ts';
export { type LocalGateway, type LocalGatewayOptions, startLocalGateway } from './server.ts';
