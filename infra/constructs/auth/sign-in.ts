import { Stack } from 'aws-cdk-lib';
import type { UserPoolEmail } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { ProfileBucket } from '../files/profile-bucket.ts';
import type { Site } from '../web/site.ts';
import { WebAcl } from '../web/web-acl.ts';
import { IdentityPool } from './identity-pool.ts';
import { IdentityProviders } from './identity-providers.ts';
import type { AuthSettings } from './settings.ts';
import { UserPool } from './user-pool.ts';
import { UserPoolClient } from './user-pool-client.ts';

export type SignInProps = {
  settings: AuthSettings;
  site: Site;
  email: UserPoolEmail;
  /** With it, an identity pool gives users access to their pictures. */
  profileBucket: ProfileBucket | undefined;
  /** Limit per IP address in five minutes; without it there is no web ACL. */
  requestsPerAddress: number | undefined;
  destroyable: boolean;
  deletionProtection: boolean;
};

/** Everything in Amazon Cognito: user pool, client, identity providers, identity pool and web ACL. */
export class SignIn extends Construct {
  readonly userPool: UserPool;
  readonly userPoolClient: UserPoolClient;
  readonly identityProviders: IdentityProviders;
  readonly identityPool?: IdentityPool;
  readonly selfSignUp: boolean;

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    const { settings, site, email, destroyable, deletionProtection } = props;
    const userPool = new UserPool(this, 'UserPool', {
      settings,
      siteHost: site.host,
      email,
      destroyable,
      deletionProtection,
    });
    const identityProviders = new IdentityProviders(this, 'IdentityProviders', { userPool, settings });
    const userPoolClient = new UserPoolClient(this, 'UserPoolClient', {
      userPool,
      identityProviders,
      siteOrigin: site.origin,
    });
    this.selfSignUp = settings.selfSignUp;
    this.userPool = userPool;
    this.identityProviders = identityProviders;
    this.userPoolClient = userPoolClient;

    const { profileBucket } = props;
    if (profileBucket !== undefined) {
      this.identityPool = new IdentityPool(this, 'IdentityPool', { userPool, userPoolClient, profileBucket });
    }
    if (props.requestsPerAddress !== undefined) {
      const rules = [{ name: 'SignIn', requests: props.requestsPerAddress }];
      const webAcl = new WebAcl(this, 'WebAcl', { scope: 'REGIONAL', rules });
      webAcl.protect('UserPoolProtection', userPool.pool.userPoolArn);
    }
  }

  /** Hosts that a sign-in in the browser sends requests to. */
  static hostsOf(scope: Construct, settings: AuthSettings): string[] {
    const { region } = Stack.of(scope);
    return [
      `cognito-idp.${region}.amazonaws.com`,
      ...(settings.identityPool ? [`cognito-identity.${region}.amazonaws.com`] : []),
      ...(settings.providers.length > 0 ? [`${settings.domainPrefix}.auth.${region}.amazoncognito.com`] : []),
    ];
  }
}
