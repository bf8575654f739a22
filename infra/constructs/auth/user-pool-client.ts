import { signInScopes, tokenLifetimes, webPaths } from '@share-my-files/contract';
import { Duration } from 'aws-cdk-lib';
import {
  ClientAttributes,
  UserPoolClient as CognitoUserPoolClient,
  OAuthScope,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { IdentityProviders } from './identity-providers.ts';
import type { UserPool } from './user-pool.ts';

export type UserPoolClientProps = {
  userPool: UserPool;
  identityProviders: IdentityProviders;
  siteOrigin: string;
};

/**
 * The app client of the single-page app: public, so without a secret, and with rotating refresh tokens.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
 */
export class UserPoolClient extends Construct {
  readonly client: CognitoUserPoolClient;

  constructor(
    scope: Construct,
    id: string,
    { userPool, identityProviders, siteOrigin }: UserPoolClientProps,
  ) {
    super(scope, id);
    const attributes = new ClientAttributes().withStandardAttributes({ email: true, fullname: true });
    const isFederated = identityProviders.supported.length > 0;

    this.client = new CognitoUserPoolClient(this, 'SinglePageApp', {
      userPool: userPool.pool,
      generateSecret: false,
      authFlows: { user: true, userSrp: true },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(tokenLifetimes.accessTokenMinutes),
      idTokenValidity: Duration.minutes(tokenLifetimes.idTokenMinutes),
      refreshTokenValidity: Duration.days(tokenLifetimes.refreshTokenDays),
      refreshTokenRotationGracePeriod: Duration.seconds(tokenLifetimes.refreshTokenGraceSeconds),
      authSessionValidity: Duration.minutes(tokenLifetimes.authSessionMinutes),
      // Without a list, a user's token can write every standard attribute.
      writeAttributes: attributes,
      readAttributes: attributes.withStandardAttributes({ emailVerified: true }),
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO, ...identityProviders.supported],
      ...(isFederated
        ? {
            oAuth: {
              flows: { authorizationCodeGrant: true },
              scopes: signInScopes.map(OAuthScope.custom),
              callbackUrls: [`${siteOrigin}${webPaths.signInCallback}`],
              logoutUrls: [webPaths.signIn, webPaths.goodbye].map((path) => `${siteOrigin}${path}`),
            },
          }
        : { disableOAuth: true }),
    });
    this.client.node.addDependency(identityProviders);
  }
}
