import { gatewayRoutes } from '@share-my-files/contract';
import { Duration, Stack } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AuthorizationType,
  CognitoUserPoolsAuthorizer,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  type MethodOptions,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { removalPolicyOf } from '../removal-policy.ts';
import { type RateLimits, WebAcl, without } from '../web/web-acl.ts';
import type { ApiGateway, Forwarding } from './api-gateway.ts';
import { addGatewayResponses } from './gateway-responses.ts';
import type { ApiSettings } from './settings.ts';

export type RestApiGatewayProps = {
  settings: ApiSettings;
  rateLimits: RateLimits | undefined;
  logRetentionDays: number;
  destroyable: boolean;
};

const stageName = 'live';
const cloudFrontHeader = 'x-from-cloudfront';

const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTime',
    sourceIp: '$context.identity.sourceIp',
    route: '$context.httpMethod $context.resourcePath',
    status: '$context.status',
    latencyMilliseconds: '$context.responseLatency',
    error: '$context.error.message',
    authorizerError: '$context.authorizer.error',
    userId: '$context.authorizer.claims.sub',
  }),
);

/**
 * A REST API with the Cognito user pool authorizer. Each method requires a scope: without one, API Gateway would expect
 * ID tokens. Results of the authorizer are not cached, so that an expired token is rejected immediately.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
 */
export class RestApiGateway extends Construct implements ApiGateway {
  readonly api: RestApi;
  /** The header value that CloudFront adds to each request; `undefined` without rate limits. */
  readonly #cloudFrontSecret: string | undefined;

  constructor(scope: Construct, id: string, props: RestApiGatewayProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'AccessLogs', {
      retention: props.logRetentionDays,
      removalPolicy: removalPolicyOf(props.destroyable),
    });
    this.api = new RestApi(this, 'Api', {
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: removalPolicyOf(props.destroyable),
      deployOptions: {
        stageName,
        loggingLevel: MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        throttlingRateLimit: props.settings.requestsPerSecond,
        throttlingBurstLimit: props.settings.burstRequests,
        accessLogDestination: new LogGroupLogDestination(logGroup),
        accessLogFormat,
      },
    });
    addGatewayResponses(this.api);
    this.#cloudFrontSecret = this.#limitRates(props.rateLimits);
    acknowledge(
      this.api,
      'AwsSolutions-APIG2',
      'The function parses every request with the same schemas that the browser uses.',
    );
    acknowledge(
      this.api,
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
      'API Gateway writes its logs with one role per account and Region; AWS provides this policy for it.',
    );
  }

  // Not a reference to the stage, which depends on the function, which depends on the site.
  get url(): string {
    return `https://${this.#host}/${stageName}`;
  }

  get origin(): HttpOrigin {
    const secret = this.#cloudFrontSecret;
    return new HttpOrigin(this.#host, {
      originPath: `/${stageName}`,
      ...(secret !== undefined && { customHeaders: { [cloudFrontHeader]: secret } }),
    });
  }

  get serverErrors() {
    return this.api.metricServerError({ statistic: 'Sum' });
  }

  get requests() {
    return this.api.metricCount({ statistic: 'Sum' });
  }

  forwardTo({ handler, userPool }: Forwarding): void {
    const integration = new LambdaIntegration(handler, { allowTestInvoke: false });
    const authorizer = new CognitoUserPoolsAuthorizer(this, 'UserPool', {
      cognitoUserPools: [userPool.pool],
      resultsCacheTtl: Duration.seconds(0),
    });
    const authorize = (scopes: readonly string[] | null): MethodOptions =>
      scopes === null
        ? { authorizationType: AuthorizationType.NONE }
        : { authorizationType: AuthorizationType.COGNITO, authorizer, authorizationScopes: [...scopes] };
    for (const { method: name, path, scopes } of gatewayRoutes) {
      const method = this.api.root.resourceForPath(path).addMethod(name, integration, authorize(scopes));
      if (scopes !== null) continue;
      const reason = 'Public on purpose: public links, health checks, and the documentation of the API.';
      acknowledge(method, 'AwsSolutions-APIG4', reason);
      acknowledge(method, 'AwsSolutions-COG4', reason);
    }
  }

  // Requests through CloudFront come from its addresses and were counted there. Requests that bypass it do not come from
  // our page, and get the limit of a client that guesses links.
  #limitRates(rateLimits: RateLimits | undefined): string | undefined {
    const { deploymentStage } = this.api;
    if (rateLimits === undefined) {
      acknowledge(
        deploymentStage,
        'AwsSolutions-APIG3',
        'This environment has no rate limits in its configuration; API Gateway still throttles.',
      );
      return undefined;
    }
    const secret = new Secret(this, 'FromCloudFront', { generateSecretString: { excludePunctuation: true } });
    acknowledge(
      secret,
      'AwsSolutions-SMG4',
      'CloudFront and the web ACL would need a new value at the same time; the secret only exempts from a limit.',
    );
    const value = secret.secretValue.unsafeUnwrap();
    const counts = without(cloudFrontHeader, value);
    const rules = [{ name: 'PastCloudFront', requests: rateLimits.publicLinkRequests, counts }];
    new WebAcl(this, 'WebAcl', { scope: 'REGIONAL', rules }).protect(
      'StageProtection',
      deploymentStage.stageArn,
    );
    return value;
  }

  get #host(): string {
    const { region, urlSuffix } = Stack.of(this);
    return `${this.api.restApiId}.execute-api.${region}.${urlSuffix}`;
  }
}
