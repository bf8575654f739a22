import { passwordPolicy } from '@share-my-files/contract';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
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
import type { AuthSettings } from './settings.ts';

export type UserPoolProps = {
  settings: AuthSettings;
  /** Host name of the site, the only one on which its passkeys work. */
  siteHost: string;
  email: UserPoolEmail;
  destroyable: boolean;
};

const threatProtectionModes = {
  off: StandardThreatProtectionMode.NO_ENFORCEMENT,
  audit: StandardThreatProtectionMode.AUDIT_ONLY,
  enforce: StandardThreatProtectionMode.FULL_FUNCTION,
};

/**
 * The user pool. Email addresses are case-insensitive user names; a new address takes effect after its verification; the
 * group `admin` exists from the start.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 */
export class UserPool extends Construct {
  readonly pool: CognitoUserPool;

  constructor(scope: Construct, id: string, { settings, siteHost, email, destroyable }: UserPoolProps) {
    super(scope, id);
    const { mfa, threatProtection } = settings;
    const passwordless = mfa === 'optional';

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
        emailSubject: 'Your ShareMyFiles code',
        emailBody: 'Your code is {####}. If you did not request it, ignore this mail.',
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
        allowedFirstAuthFactors: { password: true, emailOtp: passwordless, passkey: passwordless },
      },
      ...(passwordless && {
        passkeyRelyingPartyId: siteHost,
        passkeyUserVerification: PasskeyUserVerification.REQUIRED,
      }),
      mfa: mfa === 'required' ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: !destroyable,
      removalPolicy: destroyable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });

    new CfnUserPoolGroup(this, 'Administrators', {
      userPoolId: this.pool.userPoolId,
      groupName: 'admin',
      description: 'Access tokens of its members contain the group. The app grants it nothing yet.',
    });

    this.#acknowledgeFindings(settings);
  }

  #acknowledgeFindings({ mfa, threatProtection }: AuthSettings): void {
    if (mfa === 'optional') {
      acknowledge(
        this.pool,
        'AwsSolutions-COG2',
        'A second factor is optional, and one setting requires it. Requiring it would disable passkeys and codes ' +
          'by email, which are stronger than a password for most users.',
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
