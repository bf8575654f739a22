import { gatewayRoutes } from '@share-my-files/contract';
import { Fn, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { removalPolicyOf } from '../removal-policy.ts';
import type { ApiGateway, Forwarding } from './api-gateway.ts';
import type { ApiSettings } from './settings.ts';

export type HttpApiGatewayProps = { settings: ApiSettings; logRetentionDays: number; destroyable: boolean };

// The route instead of the path and query, which may contain ids and search terms.
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTime',
    sourceIp: '$context.identity.sourceIp',
    route: '$context.routeKey',
    status: '$context.status',
    latencyMilliseconds: '$context.responseLatency',
    error: '$context.error.message',
    authorizerError: '$context.authorizer.error',
    userId: '$context.authorizer.claims.sub',
  }),
);

/**
 * An HTTP API whose JWT authorizer accepts access tokens of one client with one scope.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export class HttpApiGateway extends Construct implements ApiGateway {
  readonly api: HttpApi;
  readonly stage: HttpStage;

  constructor(scope: Construct, id: string, props: HttpApiGatewayProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false });
    const logGroup = new LogGroup(this, 'AccessLogs', {
      retention: props.logRetentionDays,
      removalPolicy: removalPolicyOf(props.destroyable),
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: {
        rateLimit: props.settings.requestsPerSecond,
        burstLimit: props.settings.burstRequests,
      },
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: accessLogFormat },
    });
  }

  get url(): string {
    return this.api.apiEndpoint;
  }

  get origin(): HttpOrigin {
    return new HttpOrigin(Fn.select(2, Fn.split('/', this.api.apiEndpoint)));
  }

  get serverErrors() {
    return this.api.metricServerError({ statistic: 'Sum' });
  }

  get requests() {
    return this.api.metricCount({ statistic: 'Sum' });
  }

  forwardTo({ handler, userPool, userPoolClient }: Forwarding): void {
    const integration = new HttpLambdaIntegration('Function', handler, { scopePermissionToRoute: false });
    const authorizer = new HttpUserPoolAuthorizer('UserPool', userPool.pool, {
      userPoolClients: [userPoolClient.client],
      userPoolRegion: Stack.of(this).region,
    });
    for (const { method, path, scopes } of gatewayRoutes) {
      const routes = this.api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration,
        ...(scopes === null
          ? { authorizer: new HttpNoneAuthorizer() }
          : { authorizer, authorizationScopes: [...scopes] }),
      });
      if (scopes !== null) continue;
      for (const route of routes) {
        acknowledge(
          route,
          'AwsSolutions-APIG4',
          'Public on purpose: public links, health checks, and the documentation of the API.',
        );
      }
    }
  }
}
