import { requiredScope } from '@share-my-files/contract';
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

// Signing in by the SDK yields the scope that the API requires. Federated sign-in has to ask for it, so that one rule
// serves both.
const scopes = [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE, OAuthScope.custom(requiredScope)];

export type UserPoolClientProps = {
  userPool: UserPool;
  identityProviders: IdentityProviders;
  siteOrigin: string;
};

/**
 * The single-page app as Cognito knows it: public, so without a secret. Refresh tokens rotate; an old one is
 * taken for 30 seconds more, for an answer that got lost or a second tab.
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
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.days(30),
      refreshTokenRotationGracePeriod: Duration.seconds(30),
      authSessionValidity: Duration.minutes(3),
      // Without a list, a user's token could write every standard attribute.
      writeAttributes: attributes,
      readAttributes: attributes.withStandardAttributes({ emailVerified: true }),
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO, ...identityProviders.supported],
      ...(isFederated
        ? {
            oAuth: {
              flows: { authorizationCodeGrant: true },
              scopes,
              callbackUrls: [`${siteOrigin}/sign-in/callback`],
              logoutUrls: [`${siteOrigin}/sign-in`],
            },
          }
        : { disableOAuth: true }),
    });
    this.client.node.addDependency(identityProviders);
  }
}
