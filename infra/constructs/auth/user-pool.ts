import { passwordPolicy, productName } from '@share-my-files/contract';
import { CfnResource, Duration } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPool,
  CfnUserPoolGroup,
  UserPool as CognitoUserPool,
  FeaturePlan,
  Mfa,
  PasskeyUserVerification,
  StandardThreatProtectionMode,
  type UserPoolEmail,
  VerificationEmailStyle,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { removalPolicyOf } from '../removal-policy.ts';
import type { AuthSettings } from './settings.ts';

export type UserPoolProps = {
  settings: AuthSettings;
  /** Host name of the site, the only one on which its passkeys work. */
  siteHost: string;
  email: UserPoolEmail;
  destroyable: boolean;
  deletionProtection: boolean;
};

// The next sign-in ends the session that was used least recently: enough for everybody's devices.
const SESSIONS_PER_USER = 20;

const threatProtectionModes = {
  off: StandardThreatProtectionMode.NO_ENFORCEMENT,
  audit: StandardThreatProtectionMode.AUDIT_ONLY,
  enforce: StandardThreatProtectionMode.FULL_FUNCTION,
};

/**
 * The user pool. Email addresses are case-insensitive user names; a new address takes effect after its verification; a
 * passkey counts as both factors for users who set that up; the group `admin` exists from the start.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 */
export class UserPool extends Construct {
  readonly pool: CognitoUserPool;

  constructor(scope: Construct, id: string, props: UserPoolProps) {
    super(scope, id);
    const { settings, siteHost, email, destroyable, deletionProtection } = props;
    const { mfa, threatProtection } = settings;
    this.pool = new CognitoUserPool(this, 'Pool', {
      featurePlan: threatProtection === 'off' ? FeaturePlan.ESSENTIALS : FeaturePlan.PLUS,
      ...(threatProtection !== 'off' && {
        standardThreatProtectionMode: threatProtectionModes[threatProtection],
      }),
      selfSignUpEnabled: settings.selfSignUp,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      userVerification: {
        emailStyle: VerificationEmailStyle.CODE,
        emailSubject: `Your ${productName} code`,
        emailBody: 'Your code is {####}. If you did not request it, ignore this mail.',
      },
      userInvitation: {
        emailSubject: `Your account at ${productName}`,
        emailBody: `Sign in at https://${siteHost} as {username} with the temporary password {####}`,
      },
      email,
      passwordPolicy: {
        minLength: passwordPolicy.minimumLength,
        requireLowercase: passwordPolicy.requireLowercase,
        requireUppercase: passwordPolicy.requireUppercase,
        requireDigits: passwordPolicy.requireNumbers,
        requireSymbols: passwordPolicy.requireSymbols,
        tempPasswordValidity: Duration.days(passwordPolicy.temporaryPasswordValidityDays),
      },
      signInPolicy: {
        allowedFirstAuthFactors: { password: true, emailOtp: mfa === 'optional', passkey: true },
      },
      passkeyRelyingPartyId: siteHost,
      passkeyUserVerification: PasskeyUserVerification.REQUIRED,
      mfa: mfa === 'required' ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection,
      removalPolicy: removalPolicyOf(destroyable),
    });

    this.#countPasskeysAsBothFactors();
    this.#trackSessions();
    new CfnUserPoolGroup(this, 'Administrators', {
      userPoolId: this.pool.userPoolId,
      groupName: 'admin',
      description: 'Access tokens of its members contain the group. The app grants it nothing yet.',
    });

    this.#acknowledgeFindings(settings);
  }

  // The CDK's own construct has no property for it.
  #countPasskeysAsBothFactors(): void {
    const resource = this.pool.node.defaultChild;
    if (!CfnUserPool.isCfnUserPool(resource)) throw new Error('The construct of the pool has no resource.');
    resource.webAuthnFactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION';
  }

  /**
   * Lets users see and end their sessions. The CDK has a class for this type only after version 2.276.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/managing-user-sessions.html
   */
  #trackSessions(): void {
    const sessions = new CfnResource(this, 'Sessions', {
      type: 'AWS::Cognito::UserPoolSessionConfigurationAttachment',
      properties: {
        UserPoolId: this.pool.userPoolId,
        UserSessionTracking: 'ENABLED',
        TokenSession: { MaxPerUser: SESSIONS_PER_USER },
      },
    });
    acknowledge(
      sessions,
      'CloudFormation-Validate::F3006',
      'CloudFormation has this type since November 2026. The schemas of this version of the CDK are older.',
    );
  }

  #acknowledgeFindings({ mfa, threatProtection }: AuthSettings): void {
    if (mfa === 'optional') {
      acknowledge(
        this.pool,
        'AwsSolutions-COG2',
        'A second factor is optional, and one setting requires it. Requiring it would disable codes by email as ' +
          'the only factor, which many users know, and make everybody set up an authenticator app first.',
      );
    }
    if (threatProtection === 'off') {
      acknowledge(
        this.pool,
        'AwsSolutions-COG8',
        'The Plus plan is for threat protection, which is off here.',
      );
    }
    if (threatProtection !== 'enforce') {
      acknowledge(
        this.pool,
        'AwsSolutions-COG3',
        'Threat protection is charged per active user, and can block real users: read its audit log first. Each ' +
          'environment chooses between off, audit and enforce.',
      );
    }
  }
}
